/** Whether `wanted` occurs in a stream, also across the edge of two chunks. Memory: one chunk and the length of it. */
export async function findInStream(source: AsyncIterable<Uint8Array>, wanted: string): Promise<boolean> {
  const pattern = Buffer.from(wanted, 'latin1');
  let tail = Buffer.alloc(0);
  for await (const chunk of source) {
    const window = Buffer.concat([tail, chunk]);
    if (window.includes(pattern)) return true;
    tail = window.subarray(Math.max(0, window.length - pattern.length + 1));
  }
  return false;
}

/** Items of several sources that are sorted by `sha256`, as one sorted source. Equal hashes come one after the other. */
export async function* mergeSorted<Item extends { readonly sha256: string }>(
  sources: readonly AsyncIterable<Item>[],
): AsyncIterable<Item> {
  const readers = sources.map((source) => source[Symbol.asyncIterator]());
  const heads = await Promise.all(readers.map((reader) => reader.next()));
  for (;;) {
    let first = -1;
    // A linear look: there is one source for each table of each Mandant, some dozens at most.
    heads.forEach((head, index) => {
      if (head.done) return;
      const best = heads[first];
      if (!best || best.done || head.value.sha256 < best.value.sha256) first = index;
    });
    const head = heads[first];
    const reader = readers[first];
    if (!head || head.done || !reader) return;
    yield head.value;
    heads[first] = await reader.next();
  }
}

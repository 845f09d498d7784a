/** Bytes of a text as text: UTF-8, or where that does not fit, what German offices wrote before it. */
export function decodeText(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

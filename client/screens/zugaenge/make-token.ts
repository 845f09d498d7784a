/**
 * A token of 256 random bits. It is made here and not on the server, so that it is never stored: the server sees it once,
 * to keep its hash, and a repeated request brings the same one. Not `btoa` of text: these are bytes.
 */
export function makeToken(random: Uint8Array = crypto.getRandomValues(new Uint8Array(32))): string {
  const text = btoa(String.fromCharCode(...random));
  return `lm_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

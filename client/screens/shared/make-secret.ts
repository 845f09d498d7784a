/**
 * A secret of 256 random bits behind its kind. It is made here and not on the server, so that it is never stored: the server
 * sees it once, to keep its hash, and a repeated request brings the same one. Not `btoa` of text: these are bytes.
 */
export function makeSecret(
  kind: 'lm_' | 'lw_',
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
): string {
  const text = btoa(String.fromCharCode(...random));
  return `${kind}${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Digits and capitals without I, L, O and U: nobody mistakes one for another, on paper or on the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of 60 random bits to be told to somebody: `7K2M-Q0XD-9TVB`. */
export function makeCode(random: Uint8Array = crypto.getRandomValues(new Uint8Array(12))): string {
  return inFours([...random].map((byte) => LETTERS[byte % LETTERS.length]).join(''));
}

/** A code as somebody typed it: small letters, blanks, and letters that the code does not have read as what they look like. */
export function readCode(typed: string): string {
  const meant = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return inFours(meant.replace(/[^0-9A-Z]/g, ''));
}

function inFours(letters: string): string {
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}

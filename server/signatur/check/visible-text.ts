/**
 * Makes text from a certificate safe to show (REP-4): whoever made the certificate chose it. Control characters and
 * marks that turn the direction of reading become visible, very long names are cut.
 */
export function visibleText(text: string): string {
  const shown = text.replace(/[\p{C}\u2028\u2029]/gu, (letter) => `⟨U+${codeOf(letter)}⟩`);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}

/** X.520 allows 64 letters in a name; twice that for what people do nevertheless. */
const LONGEST = 128;

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

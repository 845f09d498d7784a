/** What the text before the root element says: go on, wait for more text, or refuse. */
export type PrologVerdict = 'complete' | 'incomplete' | 'doctype' | 'endless';

// Declaration, comments and processing instructions. No honest message comes near this many characters of them.
const LIMIT = 65536;
const SKIPPED = /^\uFEFF?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/;
const DOCTYPE = '<!DOCTYPE';

/**
 * Looks for a DOCTYPE before any parser sees the text: a parser that meets one may already be loading foreign files
 * (xmllint expands entities, libxml2-wasm says only "Invalid input"). Behind the root element a DOCTYPE is a syntax error.
 */
export function judgeProlog(text: string): PrologVerdict {
  const rest = text.slice(SKIPPED.exec(text)?.[0].length ?? 0);
  if (/^<!d/i.test(rest) && rest.length >= DOCTYPE.length) return 'doctype';
  if (rest !== '' && !couldGoOn(rest)) return 'complete';
  return text.length > LIMIT ? 'endless' : 'incomplete';
}

/** True while the rest is the beginning of something that belongs to the prolog. */
function couldGoOn(rest: string): boolean {
  return rest.startsWith('<?') || rest.startsWith('<!--') || ['<', '<!', '<!-'].includes(rest) || /^<!d/i.test(rest);
}

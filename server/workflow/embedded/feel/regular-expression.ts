import { RE2JS } from 're2js';

/**
 * Translates a regular expression of XPath (and, where they agree, of Java) to the syntax of RE2.
 *
 * @param flags `s`, `m`, `i`, `x`, `q` in any order
 * @returns null where it has something that no linear matcher can do (back-references, looking around) or is no pattern
 */
export function toRe2(pattern: string, flags: string): { readonly pattern: string; readonly flags: number } | null {
  if (!/^[smixq]*$/.test(flags)) return null;
  if (flags.includes('q')) return { pattern: RE2JS.quote(pattern), flags: flagsOf(flags.replaceAll(/[smx]/g, '')) };
  const dense = flags.includes('x') ? withoutSpaces(pattern) : pattern;
  return { pattern: dense, flags: flagsOf(flags) };
}

function flagsOf(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

// Spaces inside of brackets stay.
function withoutSpaces(pattern: string): string {
  return pattern.replace(/\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\s+/gs, (part) => {
    if (part.startsWith('[')) return part;
    return part.startsWith('\\p') || part.startsWith('\\P') ? part.replace(/\s/g, '') : part.replace(/^\s+$/, '');
  });
}

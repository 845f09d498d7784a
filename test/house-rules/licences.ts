/** OSI-approved licences that may be combined with the EUPL-1.2 in one product. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'Unicode-3.0',
  'Zlib',
]);

/** Whether an SPDX expression can be fulfilled with accepted licences: one side of OR, both sides of AND. */
export function isAccepted(expression: string): boolean {
  const text = withoutOuterBrackets(expression.trim());
  const or = splitOutside(text, ' OR ');
  if (or.length > 1) return or.some(isAccepted);
  const and = splitOutside(text, ' AND ');
  if (and.length > 1) return and.every(isAccepted);
  return ACCEPTED.has(text);
}

function withoutOuterBrackets(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith('(') && text.endsWith(')') && isBalanced(inner) ? inner : text;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Parts between the separator, as far as it stands outside of brackets. */
function splitOutside(text: string, separator: string): string[] {
  return text.split(separator).reduce<string[]>((parts, part) => {
    const last = parts.at(-1);
    if (last === undefined || isBalanced(last)) return [...parts, part];
    return [...parts.slice(0, -1), last + separator + part];
  }, []);
}

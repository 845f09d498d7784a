/**
 * Reads a class of characters of XPath, which may take another one away: `[A-Z-[OI]]`. RE2 has no such thing, so the
 * difference is computed.
 *
 * @param at where the class opens
 * @returns the class in the syntax of RE2 and how long it was; null where it is none
 */
export function characterClass(source: string, at: number): { pattern: string; length: number } | null {
  const parsed = parse(source, at);
  if (parsed === null) return null;
  const { negated, text, ranges, less, end } = parsed;
  const length = end - at;
  if (less === null) return { pattern: `[${negated ? '^' : ''}${text}]`, length };
  if (ranges === null || less.ranges === null || less.less !== null) return null;
  const all = negated ? complement(ranges) : ranges;
  const kept = intersection(all, less.negated ? less.ranges : complement(less.ranges));
  return kept.length === 0 ? null : { pattern: `[${kept.map(rangeText).join('')}]`, length };
}

type Range = readonly [number, number];

interface Class {
  readonly negated: boolean;
  readonly text: string;
  /** Null where it holds more than characters and ranges of them. */
  readonly ranges: readonly Range[] | null;
  readonly less: Class | null;
  /** The position behind it. */
  readonly end: number;
}

function parse(source: string, at: number): Class | null {
  const negated = source[at + 1] === '^';
  const start = at + (negated ? 2 : 1);
  let position = start;
  let ranges: Range[] | null = [];
  while (position < source.length) {
    const rest = source.slice(position, position + 100);
    if (rest.startsWith(']') && position > start) {
      return { negated, text: source.slice(start, position), ranges, less: null, end: position + 1 };
    }
    if (rest.startsWith('-[')) {
      const less = parse(source, position + 1);
      if (less === null || source[less.end] !== ']') return null;
      return { negated, text: '', ranges, less, end: less.end + 1 };
    }
    // `\1` and `\0` mean something else to RE2 and nothing to XPath.
    if (/^\\\d/.test(rest)) return null;
    const special = /^\\(?:[pP](?:\{[^}]*\}|.)|[dDsSwW])/.exec(rest)?.[0];
    if (special !== undefined) {
      ranges = null;
      position += special.length;
      continue;
    }
    const [whole, first = '', last = first] = /^(\\.|[^\\])(?:-(\\.|[^\\\][]))?/su.exec(rest) ?? [''];
    if (whole === '') return null;
    ranges?.push([codeOf(first), codeOf(last)]);
    position += whole.length;
  }
  return null;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function codeOf(text: string): number {
  const sign = text.startsWith('\\') ? (escapes[text.slice(1)] ?? text.slice(1)) : text;
  return sign.codePointAt(0) ?? 0;
}

const LAST = 0x10ffff;

function complement(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of sorted) {
    if (first > next) gaps.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  return next <= LAST ? [...gaps, [next, LAST]] : gaps;
}

function intersection(left: readonly Range[], right: readonly Range[]): readonly Range[] {
  return left.flatMap(([first, last]) =>
    right.map(([from, to]): Range => [Math.max(first, from), Math.min(last, to)]).filter(([from, to]) => from <= to),
  );
}

function rangeText([first, last]: Range): string {
  return `\\x{${first.toString(16)}}-\\x{${last.toString(16)}}`;
}

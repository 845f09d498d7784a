import { order } from '../compare.js';
import { parseDuration } from '../durations.js';
import { parseDate, parseDateTime, parseTime } from '../parse-temporal.js';
import { Decimal, isTemporal, type FeelValue } from '../values.js';

const literal = String.raw`-?\d+(?:\.\d+)?|"[^"]*"|@"[^"]*"|(?:date and time|date|time|duration)\("[^"]*"\)`;
const pattern = new RegExp(String.raw`^\s*([[(\]])\s*(${literal})\s*\.\.\s*(${literal})\s*([\])[])\s*$`);

/** Reads `[1..3]`, `(@"2026-11-03"..date("2026-12-01")]`: the ends are literals, of one kind and in order. Else null. */
export function rangeIn(text: string): FeelValue {
  const [, opening, start = '', end = '', closing] = pattern.exec(text) ?? [];
  if (opening === undefined) return null;
  const [from, to] = [literalIn(start), literalIn(end)];
  const sign = order(from, to);
  if (sign === null || sign > 0) return null;
  return {
    kind: 'range',
    from,
    to,
    fromBound: opening === '[' ? 'closed' : 'open',
    toBound: closing === ']' ? 'closed' : 'open',
    outside: false,
  };
}

function literalIn(text: string): FeelValue {
  if (!text.endsWith('"') && !text.endsWith(')')) return new Decimal(text);
  const quoted = text.slice(text.indexOf('"') + 1, text.lastIndexOf('"'));
  if (text.startsWith('"')) return quoted;
  const value =
    parseDate(quoted) ??
    parseTime(quoted) ??
    (quoted.includes('T') ? parseDateTime(quoted) : null) ??
    parseDuration(quoted, 'dmn');
  // `date("…")` reads nothing but a day, and so on.
  const wanted = text.startsWith('@') ? '' : text.slice(0, text.indexOf('('));
  return value !== null && isTemporal(value) && value.kind.endsWith(wanted) ? value : null;
}

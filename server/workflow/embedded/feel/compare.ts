import { instantOf } from './temporal.js';
import {
  isContext,
  isList,
  isNumber,
  typeOf,
  type FeelContext,
  type FeelList,
  type FeelRange,
  type FeelValue,
} from './values.js';

/** Equality of DMN 1.3, table 53: null equals only null; values of two different types have no answer (null). */
export function equals(left: FeelValue, right: FeelValue): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeOf(left) !== typeOf(right)) return null;
  if (isNumber(left) && isNumber(right)) return left.equals(right);
  if (isList(left) && isList(right)) return equalLists(left, right);
  if (isContext(left) && isContext(right)) return equalContexts(left, right);
  if (isRange(left) && isRange(right)) return equalRanges(left, right);
  const [first, second] = [position(left), position(right)];
  return first !== null && second !== null ? first === second : left === right;
}

/** Negative, zero or positive like a comparator; null where the two have no order. */
export function order(left: FeelValue, right: FeelValue): number | null {
  if (typeOf(left) !== typeOf(right)) return null;
  if (isNumber(left) && isNumber(right)) return left.comparedTo(right);
  // By code point, as in Java and XQuery; localeCompare would depend on the machine.
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  const [first, second] = [position(left), position(right)];
  return first === null || second === null ? null : Math.sign(first - second);
}

/** Whether a value lies in a range; null where it cannot be compared with the ends. */
export function inRange(value: FeelValue, range: FeelRange): boolean | null {
  const [low, high] = [order(value, range.from), order(value, range.to)];
  if (low === null || high === null) return null;
  const above = low > 0 || (low === 0 && range.fromBound === 'closed');
  return above && (high < 0 || (high === 0 && range.toBound === 'closed'));
}

/** The test of `value in candidate`: member of a list, inside a range, or equal. */
export function isIn(value: FeelValue, candidate: FeelValue): boolean | null {
  if (isRange(candidate)) return inRange(value, candidate);
  const same = equals(value, candidate);
  if (same === true || !isList(candidate)) return same;
  return candidate.some((entry) => (isRange(entry) ? inRange(value, entry) : equals(value, entry)) === true);
}

export function isRange(value: FeelValue): value is FeelRange {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'range';
}

// Every temporal kind is one number on its own axis.
function position(value: FeelValue): number | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  switch (value.kind) {
    case 'date':
      return value.day;
    case 'time':
      return value.millis - (value.offset ?? 0);
    case 'date and time':
      return instantOf(value);
    case 'days and time duration':
      return value.millis;
    case 'years and months duration':
      return value.months;
    default:
      return null;
  }
}

function equalLists(left: FeelList, right: FeelList): boolean {
  return left.length === right.length && left.every((value, index) => equals(value, right[index] ?? null) === true);
}

function equalContexts(left: FeelContext, right: FeelContext): boolean {
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && equals(value, right.get(key) ?? null) === true)
  );
}

function equalRanges(left: FeelRange, right: FeelRange): boolean {
  return (
    left.fromBound === right.fromBound &&
    left.toBound === right.toBound &&
    equals(left.from, right.from) === true &&
    equals(left.to, right.to) === true
  );
}

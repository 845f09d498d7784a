import type { Dialect } from './dialect.js';
import { exactInstant, type FeelTemporal, type FeelTime } from './temporal.js';
import {
  isContext,
  isList,
  isNumber,
  isRange,
  isTemporal,
  typeOf,
  type FeelContext,
  type FeelList,
  type FeelRange,
  type FeelValue,
} from './values.js';

/**
 * Equality of DMN 1.3, table 53: null equals only null; values of two different types have no answer (null). Moments are
 * equal where they are the same instant; on Zeebe they must also have the same offset and zone.
 */
export function equals(left: FeelValue, right: FeelValue, dialect: Dialect): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' || typeof right !== 'object')
    return typeof left === typeof right ? left === right : null;
  if (isNumber(left)) return isNumber(right) ? left.equals(right) : null;
  if (typeOf(left) !== typeOf(right)) return null;
  if (isList(left) && isList(right)) return equalLists(left, right, dialect);
  if (isContext(left) && isContext(right)) return equalContexts(left, right, dialect);
  if (isRange(left) && isRange(right)) return equalRanges(left, right, dialect);
  return isTemporal(left) && isTemporal(right) ? equalTemporals(left, right, dialect) : left === right;
}

/** Negative, zero or positive like a comparator; null where the two have no order. */
export function order(left: FeelValue, right: FeelValue): number | null {
  if (left === null || right === null) return null;
  if (isNumber(left)) return isNumber(right) ? left.comparedTo(right) : null;
  // By code unit, as in Java; localeCompare would depend on the machine.
  if (typeof left === 'string') return typeof right === 'string' ? sign(left, right) : null;
  if (!isTemporal(left) || !isTemporal(right) || left.kind !== right.kind) return null;
  return sign(position(left), position(right));
}

/** Whether a value lies in a range; null where it cannot be compared with the ends. */
export function inRange(value: FeelValue, range: FeelRange, dialect: Dialect): boolean | null {
  if (range.outside) {
    const same = equals(value, range.from ?? null, dialect);
    return same === null ? null : !same;
  }
  // `(= x)` also holds for values that have no order.
  if (range.from === range.to && range.fromBound === 'closed' && range.toBound === 'closed') {
    return equals(value, range.from ?? null, dialect);
  }
  const above = range.from === undefined ? 1 : order(value, range.from);
  const below = range.to === undefined ? -1 : order(value, range.to);
  if (above === null || below === null) return null;
  if (above < 0 || (above === 0 && range.fromBound === 'open')) return false;
  return below < 0 || (below === 0 && range.toBound === 'closed');
}

/**
 * The test of `value in candidate`: member of a list, inside a range, or equal. Ranges inside of lists count by the
 * letter of DMN only.
 */
export function isIn(value: FeelValue, candidate: FeelValue, dialect: Dialect): boolean | null {
  if (isRange(candidate) && !isRange(value)) return inRange(value, candidate, dialect);
  const same = equals(value, candidate, dialect);
  if (same === true || !isList(candidate)) return same;
  const testsRanges = dialect === 'dmn' && !isRange(value);
  return candidate.some((entry) =>
    isRange(entry) && testsRanges ? inRange(value, entry, dialect) === true : equals(value, entry, dialect) === true,
  );
}

function equalTemporals(left: FeelTemporal, right: FeelTemporal, dialect: Dialect): boolean | null {
  if (dialect === 'zeebe' && 'offset' in left && 'offset' in right) {
    if ((left.offset === null) !== (right.offset === null)) return null;
    if (left.offset !== right.offset || left.zone !== right.zone) return false;
  }
  return position(left) === position(right);
}

function sign<T extends string | number | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

// Every temporal kind is one number on its own axis.
function position(value: FeelTemporal): number | bigint {
  switch (value.kind) {
    case 'date':
      return value.day;
    case 'time':
      return timePosition(value);
    case 'date and time':
      return exactInstant(value);
    case 'days and time duration':
      return value.nanos;
    case 'years and months duration':
      return value.months;
  }
}

function timePosition({ nanos, offset }: FeelTime): number {
  return nanos - (offset ?? 0) * 1e9;
}

function equalLists(left: FeelList, right: FeelList, dialect: Dialect): boolean {
  return (
    left.length === right.length && left.every((value, index) => equals(value, right[index] ?? null, dialect) === true)
  );
}

function equalContexts(left: FeelContext, right: FeelContext, dialect: Dialect): boolean {
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && equals(value, right.get(key) ?? null, dialect) === true)
  );
}

function equalRanges(left: FeelRange, right: FeelRange, dialect: Dialect): boolean {
  return (
    left.fromBound === right.fromBound &&
    left.toBound === right.toBound &&
    left.outside === right.outside &&
    equalEnds(left.from, right.from, dialect) &&
    equalEnds(left.to, right.to, dialect)
  );
}

function equalEnds(left: FeelValue | undefined, right: FeelValue | undefined, dialect: Dialect): boolean {
  return left === undefined || right === undefined ? left === right : equals(left, right, dialect) === true;
}

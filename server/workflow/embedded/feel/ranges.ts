import { order } from './compare.js';
import type { Dialect } from './dialect.js';
import type { FeelDate } from './temporal.js';
import { Decimal, isNumber, isTemporal, type FeelRange, type FeelValue } from './values.js';

/** The values of a range that can be counted through upwards, without an end that is not included; null for others. */
export function valuesOf(range: FeelRange, dialect: Dialect): Iterable<FeelValue> | null {
  const { from = null, to = null, fromBound, toBound } = range;
  const values = valuesBetween(from, to, dialect);
  const sign = order(from, to);
  if (values === null || sign === null || sign > 0) return null;
  return within(values, fromBound, toBound);
}

function* within(
  values: Iterable<FeelValue>,
  fromBound: FeelRange['fromBound'],
  toBound: FeelRange['toBound'],
): Iterable<FeelValue> {
  let index = 0;
  let last: FeelValue | undefined;
  for (const value of values) {
    if (last !== undefined) yield last;
    last = index++ > 0 || fromBound === 'closed' ? value : undefined;
  }
  if (last !== undefined && toBound === 'closed') yield last;
}

/**
 * Whole numbers or days from one to another, downwards where the second is smaller. One by one: whoever asks for a
 * thousand million of them runs out of work, not of memory. Null where the two are something else; on Zeebe also for days.
 */
export function valuesBetween(from: FeelValue, to: FeelValue, dialect: Dialect): Iterable<FeelValue> | null {
  if (from === null || to === null) return null;
  if (isNumber(from) && isNumber(to)) {
    return dialect === 'zeebe' || (from.isInteger() && to.isInteger()) ? steps(from, to, (value) => value) : null;
  }
  if (dialect === 'zeebe' || !isDate(from) || !isDate(to)) return null;
  const day = (value: Decimal): FeelDate => ({ kind: 'date', day: value.toNumber() });
  return steps(new Decimal(from.day), new Decimal(to.day), day);
}

function* steps(from: Decimal, to: Decimal, make: (value: Decimal) => FeelValue): Iterable<FeelValue> {
  const step = from.lessThanOrEqualTo(to) ? 1 : -1;
  for (let value = from; value.minus(to).times(step).lessThanOrEqualTo(0); value = value.plus(step)) yield make(value);
}

function isDate(value: FeelValue): value is FeelDate {
  return isTemporal(value) && value.kind === 'date';
}

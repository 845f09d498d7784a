import { Decimal as DecimalBase } from 'decimal.js';
import type { FeelTemporal } from './temporal.js';

/**
 * FEEL numbers are decimals of 34 digits, half to even (DMN 1.3, 10.3.2.3.1: IEEE 754-2008 Decimal128), never floats:
 * `0.1 + 0.2 = 0.3` is true here. The exponents are those of Decimal128, too: beyond them is no number. The own clone
 * keeps this setting away from every other user of decimal.js.
 */
export const Decimal = DecimalBase.clone({
  precision: 34,
  rounding: DecimalBase.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6176,
  toExpNeg: -7000,
  toExpPos: 7000,
});
export type Decimal = DecimalBase;

export type FeelContext = ReadonlyMap<string, FeelValue>;
export type FeelList = readonly FeelValue[];

/** An interval. `undefined` as an end: it goes on without one, as in `(> 5)`; null is an end that is not known. */
export interface FeelRange {
  readonly kind: 'range';
  readonly from: FeelValue | undefined;
  readonly to: FeelValue | undefined;
  readonly fromBound: 'open' | 'closed';
  readonly toBound: 'open' | 'closed';
  /** `(!= 5)` is everything outside `[5..5]`. */
  readonly outside: boolean;
}

/** A function as a value: defined in an expression, or a business knowledge model or decision service of DMN. */
export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  /** One value for each parameter, in their order. */
  readonly call: (given: FeelList) => FeelValue;
}

export type FeelValue =
  null | boolean | string | Decimal | FeelTemporal | FeelRange | FeelFunction | FeelList | FeelContext;

/** The values that are objects of ours and say themselves what they are. */
export type FeelTagged = FeelTemporal | FeelRange | FeelFunction;

export type FeelType = 'null' | 'boolean' | 'string' | 'number' | 'list' | 'context' | FeelTagged['kind'];

/** The name of a value's type, as messages of incidents show it. */
export function typeOf(value: FeelValue): FeelType {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isNumber(value)) return 'number';
  if (isList(value)) return 'list';
  if (isContext(value)) return 'context';
  return value.kind;
}

export function isNumber(value: FeelValue): value is Decimal {
  return value instanceof DecimalBase;
}

export function isList(value: FeelValue): value is FeelList {
  return Array.isArray(value);
}

export function isContext(value: FeelValue): value is FeelContext {
  return value instanceof Map;
}

export function isTagged(value: FeelValue): value is FeelTagged {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function isRange(value: FeelValue): value is FeelRange {
  return isTagged(value) && value.kind === 'range';
}

export function isFunction(value: FeelValue | undefined): value is FeelFunction {
  return value !== undefined && isTagged(value) && value.kind === 'function';
}

export function isTemporal(value: FeelValue): value is FeelTemporal {
  return isTagged(value) && value.kind !== 'range' && value.kind !== 'function';
}

/** A finite decimal, or null where the result is none (division by zero, root of a negative number). */
export function finite(value: Decimal): Decimal | null {
  return value.isFinite() ? value : null;
}

/** FEEL treats a single value as a list of one wherever a list is expected. */
export function asList(value: FeelValue): FeelList {
  return isList(value) ? value : value === null ? [] : [value];
}

/** A list of one where a single value is expected counts as that value (DMN 1.3, 10.3.2.9.4). */
export function asSingle(value: FeelValue): FeelValue {
  return isList(value) && value.length === 1 ? (value[0] ?? null) : value;
}

/** The whole number in a value, e.g. a position or a scale; undefined where it is none. */
export function wholeNumber(value: FeelValue | undefined): number | undefined {
  return value !== undefined && value !== null && isNumber(value) && value.isInteger() && value.abs().lessThan(1e10)
    ? value.toNumber()
    : undefined;
}

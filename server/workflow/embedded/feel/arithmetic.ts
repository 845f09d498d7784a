import type { Dialect } from './dialect.js';
import { boundedDays, boundedMonths } from './durations.js';
import { noResult } from './problem.js';
import {
  addDuration,
  addToDate,
  addToTime,
  atMidnight,
  distanceOf,
  type FeelDuration,
  type FeelTemporal,
  type FeelTime,
} from './temporal.js';
import { Decimal, finite, isNumber, isTemporal, type FeelValue } from './values.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

/** Arithmetic of DMN 1.3, tables 45 to 52. What has no meaning (`5 / 0`, `"a" + 1`) is null, as on Zeebe. */
export function calculate(
  operator: ArithmeticOperator,
  left: FeelValue,
  right: FeelValue,
  dialect: Dialect,
): FeelValue {
  if (left === null || right === null) return null;
  if (isNumber(left) && isNumber(right)) return numbers(operator, left, right) ?? withoutRoot(operator, left, dialect);
  if (typeof left === 'string' && typeof right === 'string') return operator === '+' ? left + right : null;
  const [first, second] = [isTemporal(left) ? left : null, isTemporal(right) ? right : null];
  if (first !== null && second !== null) return temporals(operator, first, second, dialect);
  if (first !== null && isDuration(first) && isNumber(right)) return scaled(operator, first, right, dialect);
  if (second !== null && isDuration(second) && isNumber(left))
    return operator === '*' ? scaled('*', second, left, dialect) : null;
  return null;
}

/** @param durations whether durations have an opposite, too */
export function negate(value: FeelValue, durations: boolean): FeelValue {
  if (value === null) return null;
  if (isNumber(value)) return value.negated();
  return durations && isTemporal(value) && isDuration(value) ? opposite(value) : null;
}

function numbers(operator: ArithmeticOperator, left: Decimal, right: Decimal): Decimal | null {
  switch (operator) {
    case '+':
      return finite(left.plus(right));
    case '-':
      return finite(left.minus(right));
    case '*':
      return finite(left.times(right));
    case '/':
      return right.isZero() ? null : finite(left.dividedBy(right));
    case '**':
      // Limits of the reference engine; a larger exponent would only burn time.
      return right.abs().lessThan(1e9) ? finite(left.toPower(right)) : null;
  }
}

// Zeebe ends with an exception where a negative number has no root.
function withoutRoot(operator: ArithmeticOperator, left: Decimal, dialect: Dialect): null {
  if (dialect === 'zeebe' && operator === '**' && left.isNegative() && !left.isZero()) throw noResult('**');
  return null;
}

function temporals(operator: ArithmeticOperator, left: FeelTemporal, right: FeelTemporal, dialect: Dialect): FeelValue {
  if (operator === '/') return quotient(left, right);
  if (operator !== '+' && operator !== '-') return null;
  if (isDuration(right)) return shifted(left, operator === '+' ? right : opposite(right));
  if (operator === '+') return isDuration(left) ? shifted(right, left) : null;
  return distance(left, right, dialect);
}

function shifted(value: FeelTemporal, duration: FeelDuration): FeelValue {
  if (value.kind === 'date') return addToDate(value, duration);
  if (value.kind === 'date and time') return addDuration(value, duration);
  if (value.kind === 'time') return duration.kind === 'days and time duration' ? addToTime(value, duration) : null;
  if (value.kind === 'days and time duration') {
    return duration.kind === value.kind ? boundedDays(value.nanos + duration.nanos) : null;
  }
  return duration.kind === value.kind ? boundedMonths(value.months + duration.months) : null;
}

// A date beside a moment is its midnight in UTC; on Zeebe the two have no distance.
function distance(left: FeelTemporal, right: FeelTemporal, dialect: Dialect): FeelValue {
  if (left.kind === 'time' && right.kind === 'time') return boundedDays(nanosInUtc(left) - nanosInUtc(right));
  if (left.kind === 'date' && right.kind === 'date') return distanceOf(atMidnight(left), atMidnight(right));
  if (dialect === 'zeebe' && left.kind !== right.kind) return null;
  const [first, second] = [momentOf(left), momentOf(right)];
  return first === null || second === null ? null : distanceOf(first, second);
}

function momentOf(value: FeelTemporal): ReturnType<typeof atMidnight> | null {
  if (value.kind === 'date') return { ...atMidnight(value), offset: 0 };
  return value.kind === 'date and time' ? value : null;
}

function nanosInUtc({ nanos, offset }: FeelTime): bigint {
  return BigInt(nanos) - BigInt(offset ?? 0) * 1_000_000_000n;
}

// Zeebe multiplies with whole numbers only, and divides milliseconds.
function scaled(operator: ArithmeticOperator, duration: FeelDuration, factor: Decimal, dialect: Dialect): FeelValue {
  if (operator !== '*' && operator !== '/') return null;
  if (operator === '/' && factor.isZero()) return null;
  const amount = new Decimal(
    duration.kind === 'days and time duration' ? duration.nanos.toString() : duration.months.toString(),
  );
  const times = dialect === 'zeebe' ? factor.trunc() : factor;
  const unit = dialect === 'zeebe' && duration.kind === 'days and time duration' ? 1_000_000 : 1;
  const result =
    operator === '*'
      ? amount.times(times).trunc()
      : amount.dividedBy(unit).trunc().dividedBy(factor).trunc().times(unit);
  // 2^93 nanoseconds are the longest duration, and a number with more digits would be slow as an integer.
  if (!result.isFinite() || result.abs().greaterThan(1e29)) return null;
  const whole = BigInt(result.toFixed());
  return duration.kind === 'days and time duration' ? boundedDays(whole) : boundedMonths(Number(whole));
}

function quotient(left: FeelTemporal, right: FeelTemporal): FeelValue {
  if (!isDuration(left) || !isDuration(right) || left.kind !== right.kind) return null;
  const [dividend, divisor] = [lengthOf(left), lengthOf(right)];
  return divisor.isZero() ? null : dividend.dividedBy(divisor);
}

function lengthOf(duration: FeelDuration): Decimal {
  return new Decimal(duration.kind === 'days and time duration' ? duration.nanos.toString() : duration.months);
}

function opposite(duration: FeelDuration): FeelDuration {
  return duration.kind === 'days and time duration'
    ? { ...duration, nanos: -duration.nanos }
    : { ...duration, months: -duration.months || 0 };
}

function isDuration(value: FeelTemporal): value is FeelDuration {
  return value.kind === 'days and time duration' || value.kind === 'years and months duration';
}

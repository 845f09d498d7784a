import { DAY } from './calendar.js';
import { daysDuration, monthsDuration } from './durations.js';
import { addDuration, addToDate, instantOf, type FeelDuration, type FeelTemporal } from './temporal.js';
import { Decimal, finite, isContext, isList, isNumber, type FeelValue } from './values.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

/** Arithmetic of DMN 1.3, tables 45 to 52. What has no meaning (`5 / 0`, `"a" + 1`) is null, as on Zeebe. */
export function calculate(operator: ArithmeticOperator, left: FeelValue, right: FeelValue): FeelValue {
  if (left === null || right === null) return null;
  if (isNumber(left) && isNumber(right)) return numbers(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string') return operator === '+' ? left + right : null;
  const [first, second] = [temporal(left), temporal(right)];
  if (first !== null && second !== null) return temporals(operator, first, second);
  if (first !== null && isDuration(first) && isNumber(right)) return scaled(operator, first, right);
  if (second !== null && isDuration(second) && isNumber(left))
    return operator === '*' ? scaled('*', second, left) : null;
  return null;
}

export function negate(value: FeelValue): FeelValue {
  return value !== null && isNumber(value) ? value.negated() : null;
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
      return right.abs().lessThan(1e6) ? finite(left.toPower(right)) : null;
  }
}

function temporals(operator: ArithmeticOperator, left: FeelTemporal, right: FeelTemporal): FeelValue {
  if (operator === '/') return quotient(left, right);
  if (operator !== '+' && operator !== '-') return null;
  if (isDuration(right)) return shifted(left, operator === '+' ? right : opposite(right));
  if (operator === '+') return isDuration(left) ? shifted(right, left) : null;
  return distance(left, right);
}

function shifted(value: FeelTemporal, duration: FeelDuration): FeelValue {
  if (value.kind === 'date') return addToDate(value, duration);
  if (value.kind === 'date and time') return addDuration(value, duration);
  if (value.kind === 'time') {
    if (duration.kind !== 'days and time duration') return null;
    return { ...value, millis: (((value.millis + duration.millis) % DAY) + DAY) % DAY };
  }
  if (value.kind === 'days and time duration' && duration.kind === value.kind) {
    return daysDuration(value.millis + duration.millis);
  }
  if (value.kind === 'years and months duration' && duration.kind === value.kind) {
    return monthsDuration(value.months + duration.months);
  }
  return null;
}

function distance(left: FeelTemporal, right: FeelTemporal): FeelValue {
  if (left.kind === 'date' && right.kind === 'date') return daysDuration((left.day - right.day) * DAY);
  if (left.kind === 'date and time' && right.kind === 'date and time') {
    if ((left.offset === null) !== (right.offset === null)) return null;
    return daysDuration(instantOf(left) - instantOf(right));
  }
  if (left.kind === 'time' && right.kind === 'time') {
    return daysDuration(left.millis - (left.offset ?? 0) - (right.millis - (right.offset ?? 0)));
  }
  return null;
}

function scaled(operator: ArithmeticOperator, duration: FeelDuration, factor: Decimal): FeelValue {
  if (operator !== '*' && operator !== '/') return null;
  if (operator === '/' && factor.isZero()) return null;
  const amount = new Decimal(duration.kind === 'days and time duration' ? duration.millis : duration.months);
  const result = (operator === '*' ? amount.times(factor) : amount.dividedBy(factor)).trunc().toNumber();
  if (!Number.isSafeInteger(result)) return null;
  return duration.kind === 'days and time duration' ? daysDuration(result) : monthsDuration(result);
}

function quotient(left: FeelTemporal, right: FeelTemporal): FeelValue {
  const length = (value: FeelTemporal) => {
    if (value.kind === 'days and time duration') return value.millis;
    return value.kind === 'years and months duration' ? value.months : null;
  };
  const [dividend, divisor] = [length(left), length(right)];
  if (left.kind !== right.kind || dividend === null || divisor === null || divisor === 0) return null;
  return new Decimal(dividend).dividedBy(divisor);
}

function opposite(duration: FeelDuration): FeelDuration {
  return duration.kind === 'days and time duration'
    ? daysDuration(-duration.millis || 0)
    : monthsDuration(-duration.months || 0);
}

function isDuration(value: FeelTemporal): value is FeelDuration {
  return value.kind === 'days and time duration' || value.kind === 'years and months duration';
}

function temporal(value: FeelValue): FeelTemporal | null {
  if (typeof value !== 'object' || value === null || isNumber(value) || isList(value) || isContext(value)) return null;
  return value.kind === 'range' || value.kind === 'function' ? null : value;
}

import { daysDuration, monthsDuration } from '../durations.js';
import { Decimal, finite, isNumber, isTagged, wholeNumber, type FeelValue } from '../values.js';
import { define, numberIn, onNumber, type Builtin } from './builtin.js';

type Rounding = NonNullable<Parameters<Decimal['toDecimalPlaces']>[1]>;

/** Scales of the reference engine: more digits than a Decimal128 can hold make no sense. */
const [SMALLEST_SCALE, LARGEST_SCALE] = [-6111, 6176];

export const numberBuiltins: readonly Builtin[] = [
  define('decimal(n, scale)', rounding(Decimal.ROUND_HALF_EVEN)),
  define('floor(n, scale?)', rounding(Decimal.ROUND_FLOOR)),
  define('ceiling(n, scale?)', rounding(Decimal.ROUND_CEIL)),
  define('round up(n, scale)', rounding(Decimal.ROUND_UP)),
  define('round down(n, scale)', rounding(Decimal.ROUND_DOWN)),
  define('round half up(n, scale)', rounding(Decimal.ROUND_HALF_UP)),
  define('round half down(n, scale)', rounding(Decimal.ROUND_HALF_DOWN)),
  define('abs(n)|abs(number)', ([value = null]) => absolute(value)),
  define(
    'sqrt(number)',
    onNumber((number) => (number.isNegative() && !number.isZero() ? null : finite(number.sqrt()))),
  ),
  define('log(number)', onNumber(logarithm)),
  define(
    'exp(number)',
    onNumber((number) => finite(number.exp())),
  ),
  define(
    'odd(number)',
    onNumber((number) => number.isInteger() && !number.modulo(2).isZero()),
  ),
  define(
    'even(number)',
    onNumber((number) => number.isInteger() && number.modulo(2).isZero()),
  ),
  define('modulo(dividend, divisor)', onNumber(modulo)),
];

function rounding(mode: Rounding): Builtin['apply'] {
  return onNumber((number, scale) => {
    const digits = scale === undefined ? 0 : wholeScale(scale);
    if (digits === undefined || digits < SMALLEST_SCALE || digits > LARGEST_SCALE) return null;
    if (digits >= 0) return number.toDecimalPlaces(digits, mode);
    const unit = new Decimal(10).toPower(-digits);
    return number.dividedBy(unit).toDecimalPlaces(0, mode).times(unit);
  });
}

// A fraction of a digit is cut off, as on Zeebe.
function wholeScale(scale: FeelValue): number | undefined {
  return wholeNumber(numberIn(scale)?.trunc());
}

function absolute(value: FeelValue): FeelValue {
  if (value === null) return null;
  if (isNumber(value)) return value.abs();
  if (!isTagged(value)) return null;
  if (value.kind === 'days and time duration') return daysDuration(value.nanos < 0n ? -value.nanos : value.nanos);
  return value.kind === 'years and months duration' ? monthsDuration(Math.abs(value.months)) : null;
}

export function logarithm(number: Decimal): FeelValue {
  return number.greaterThan(0) ? finite(number.ln()) : null;
}

/** The sign follows the divisor: modulo(-12, 5) = 3. */
export function modulo(dividend: Decimal, other: FeelValue = null): FeelValue {
  const divisor = numberIn(other);
  if (divisor === null || divisor.isZero()) return null;
  return finite(dividend.minus(divisor.times(dividend.dividedBy(divisor).floor())));
}

import { Decimal, finite, isNumber, wholeNumber, type FeelValue } from '../values.js';
import { define, onNumber, type Builtin } from './builtin.js';

type Rounding = NonNullable<Parameters<Decimal['toDecimalPlaces']>[1]>;

/** Scales of the reference engine: more digits than a Decimal128 can hold make no sense. */
const LARGEST_SCALE = 6176;

export const numberBuiltins: readonly Builtin[] = [
  define('decimal(n, scale)', rounding(Decimal.ROUND_HALF_EVEN)),
  define('floor(n, scale?)', rounding(Decimal.ROUND_FLOOR)),
  define('ceiling(n, scale?)', rounding(Decimal.ROUND_CEIL)),
  define('round up(n, scale)', rounding(Decimal.ROUND_UP)),
  define('round down(n, scale)', rounding(Decimal.ROUND_DOWN)),
  define('round half up(n, scale)', rounding(Decimal.ROUND_HALF_UP)),
  define('round half down(n, scale)', rounding(Decimal.ROUND_HALF_DOWN)),
  define(
    'abs(number)',
    onNumber((number) => number.abs()),
  ),
  define(
    'sqrt(number)',
    onNumber((number) => (number.isNegative() ? null : finite(number.sqrt()))),
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
    const digits = scale === undefined ? 0 : wholeNumber(scale);
    if (digits === undefined || Math.abs(digits) > LARGEST_SCALE) return null;
    if (digits >= 0) return number.toDecimalPlaces(digits, mode);
    const unit = new Decimal(10).toPower(-digits);
    return number.dividedBy(unit).toDecimalPlaces(0, mode).times(unit);
  });
}

// The sign follows the divisor: modulo(-12, 5) = 3.
function modulo(dividend: Decimal, divisor: FeelValue = null): FeelValue {
  if (divisor === null || !isNumber(divisor) || divisor.isZero()) return null;
  return dividend.minus(divisor.times(dividend.dividedBy(divisor).floor()));
}

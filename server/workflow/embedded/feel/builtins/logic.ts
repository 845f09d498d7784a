import { assertionFailed } from '../problem.js';
import { temporalText } from '../text.js';
import { isTemporal, type FeelValue } from '../values.js';
import { equals } from '../compare.js';
import { define, textIn, type Builtin } from './builtin.js';

export const logicBuiltins: readonly Builtin[] = [
  define('not(negand)', ([value = null]) => (typeof value === 'boolean' ? !value : null)),
  // What is absent counts as null, so both functions answer for absent variables too.
  define('is defined(value)', ([value = null]) => value !== null, 'allowed'),
  define('get or else(value, default)', ([value = null, otherwise = null]) => value ?? otherwise, 'allowed'),
  define(
    'assert(value, condition, cause?)',
    ([value = null, condition, cause]) => {
      if (condition === true) return value;
      throw assertionFailed(textIn(cause));
    },
    'allowed',
  ),
  define('is(value1, value2)', ([first = null, second = null]) => isSame(first, second)),
];

// The same value in the value domain: a time of another zone is another one, also at the same moment.
function isSame(first: FeelValue, second: FeelValue): boolean {
  if (first !== null && second !== null && isTemporal(first) && isTemporal(second)) {
    return first.kind === second.kind && sameText(first) === sameText(second);
  }
  return equals(first, second, 'dmn') === true;
}

function sameText(value: Parameters<typeof temporalText>[0]): string {
  return 'zone' in value ? temporalText({ ...value, zone: null }) + (value.zone ?? '') : temporalText(value);
}

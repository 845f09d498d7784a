import { order } from '../compare.js';
import { isRange, type FeelValue } from '../values.js';
import { define, onText, type Builtin } from './builtin.js';
import { rangeIn } from './range-text.js';

/**
 * Relations of points and ranges (DMN 1.3, table 78; after Allen). Every end has a place on the line: an open start lies
 * a little behind its value, an open end a little before it.
 */
export const intervalBuiltins: readonly Builtin[] = [
  define('range(from)', onText(rangeIn)),
  define('before(point1, point2)|before(point, range)|before(range, point)|before(range1, range2)', (given) =>
    onPlaces(given, (first, second) => isLess(first.end, second.start)),
  ),
  define('after(point1, point2)|after(point, range)|after(range, point)|after(range1, range2)', (given) =>
    onPlaces(given, (first, second) => isLess(second.end, first.start)),
  ),
  define('meets(range1, range2)', (given) => onRanges(given, meets)),
  define('met by(range1, range2)', (given) => onRanges(given, (first, second) => meets(second, first))),
  define('overlaps(range1, range2)', (given) =>
    onRanges(given, (first, second) => all(isAtMost(first.start, second.end), isAtMost(second.start, first.end))),
  ),
  define('overlaps before(range1, range2)', (given) => onRanges(given, overlapsBefore)),
  define('overlaps after(range1, range2)', (given) =>
    onRanges(given, (first, second) => overlapsBefore(second, first)),
  ),
  define('finishes(point, range)|finishes(range1, range2)', (given) => onPlaces(given, finishes)),
  define('finished by(range, point)|finished by(range1, range2)', (given) =>
    onPlaces(given, (first, second) => finishes(second, first)),
  ),
  define('includes(range, point)|includes(range1, range2)', (given) =>
    onPlaces(given, (first, second) => within(second, first)),
  ),
  define('during(point, range)|during(range1, range2)', (given) => onPlaces(given, within)),
  define('starts(point, range)|starts(range1, range2)', (given) => onPlaces(given, starts)),
  define('started by(range, point)|started by(range1, range2)', (given) =>
    onPlaces(given, (first, second) => starts(second, first)),
  ),
  define('coincides(point1, point2)|coincides(range1, range2)', (given) =>
    onPlaces(given, (first, second) => all(isSame(first.start, second.start), isSame(first.end, second.end))),
  ),
];

/** `shift` is 1 a little behind the value, -1 a little before it. */
interface Place {
  readonly value: FeelValue | undefined;
  readonly shift: -1 | 0 | 1;
  /** Where a value that is undefined lies. */
  readonly far: -1 | 1;
}

interface Extent {
  readonly start: Place;
  readonly end: Place;
  readonly isPoint: boolean;
}

type Answer = boolean | null;

function extentOf(value: FeelValue): Extent {
  if (!isRange(value)) {
    const place: Place = { value, shift: 0, far: 1 };
    return { start: place, end: place, isPoint: true };
  }
  const { from, to, fromBound, toBound } = value;
  return {
    start: { value: from, shift: fromBound === 'open' ? 1 : 0, far: -1 },
    end: { value: to, shift: toBound === 'open' ? -1 : 0, far: 1 },
    isPoint: false,
  };
}

function onPlaces([first = null, second = null]: readonly FeelValue[], work: (a: Extent, b: Extent) => Answer): Answer {
  return first === null || second === null ? null : work(extentOf(first), extentOf(second));
}

function onRanges(given: readonly FeelValue[], work: (first: Extent, second: Extent) => Answer): Answer {
  const [first = null, second = null] = given;
  return isRange(first) && isRange(second) ? onPlaces(given, work) : null;
}

function positionOf(first: Place, second: Place): number | null {
  if (first.value === undefined || second.value === undefined) {
    const [one, other] = [first.value === undefined ? first.far : 0, second.value === undefined ? second.far : 0];
    return one - other;
  }
  const sign = order(first.value, second.value);
  return sign === null || sign !== 0 ? sign : first.shift - second.shift;
}

function isLess(first: Place, second: Place): Answer {
  const sign = positionOf(first, second);
  return sign === null ? null : sign < 0;
}

function isAtMost(first: Place, second: Place): Answer {
  const sign = positionOf(first, second);
  return sign === null ? null : sign <= 0;
}

function isSame(first: Place, second: Place): Answer {
  const sign = positionOf(first, second);
  return sign === null ? null : sign === 0;
}

// The end of the first and the start of the second are one point, and both hold it.
function meets(first: Extent, second: Extent): Answer {
  if (first.end.shift !== 0 || second.start.shift !== 0) return isSame(first.end, second.start) === null ? null : false;
  return isSame(first.end, second.start);
}

function overlapsBefore(first: Extent, second: Extent): Answer {
  return all(isLess(first.start, second.start), isAtMost(second.start, first.end), isAtMost(first.end, second.end));
}

function finishes(first: Extent, second: Extent): Answer {
  return all(isSame(first.end, second.end), first.isPoint || isAtMost(second.start, first.start));
}

function starts(first: Extent, second: Extent): Answer {
  return all(isSame(first.start, second.start), first.isPoint || isAtMost(first.end, second.end));
}

function within(first: Extent, second: Extent): Answer {
  return all(isAtMost(second.start, first.start), isAtMost(first.end, second.end));
}

function all(...answers: readonly Answer[]): Answer {
  if (answers.includes(null)) return null;
  return answers.every((answer) => answer === true);
}

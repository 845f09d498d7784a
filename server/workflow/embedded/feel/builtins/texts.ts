import { toText } from '../text.js';
import { asList, Decimal, wholeNumber, type FeelList, type FeelValue } from '../values.js';
import { define, numberIn, onText, onTexts, type Builtin } from './builtin.js';

/** Text functions. Lengths and positions count characters (code points), so that „🖂“ is one. */
export const textBuiltins: readonly Builtin[] = [
  define(
    'string length(string)',
    onText((text) => new Decimal([...text].length)),
  ),
  define(
    'upper case(string)',
    onText((text) => text.toUpperCase()),
  ),
  define(
    'lower case(string)',
    onText((text) => text.toLowerCase()),
  ),
  define('substring(string, start position, length?)', onText(substring)),
  define(
    'substring before(string, match)',
    onTexts((text, match) => text.slice(0, Math.max(text.indexOf(match), 0))),
  ),
  define(
    'substring after(string, match)',
    onTexts((text, match) => (text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '')),
  ),
  define(
    'contains(string, match)',
    onTexts((text, match) => text.includes(match)),
  ),
  define(
    'starts with(string, match)',
    onTexts((text, match) => text.startsWith(match)),
  ),
  define(
    'ends with(string, match)',
    onTexts((text, match) => text.endsWith(match)),
  ),
  define('string join(list, delimiter?)', join),
];

export const zeebeTextBuiltins: readonly Builtin[] = [
  define('substring(string, start position, length?)', onText(lenientSubstring)),
];

// Behind the end there is nothing, and position 0 lies there, too.
function lenientSubstring(text: string, start: FeelValue = null, length?: FeelValue): FeelValue {
  const position = wholeNumber(start);
  const size = length === undefined ? Infinity : wholeNumber(length);
  if (position === undefined || size === undefined || size < 0) return null;
  const characters = [...text];
  const from = position > 0 ? position - 1 : Math.max(characters.length + position, 0);
  return characters.slice(from, from + size).join('');
}

function substring(text: string, start: FeelValue = null, length?: FeelValue): FeelValue {
  const position = wholeNumber(numberIn(start)?.trunc());
  const size = length === undefined ? Infinity : wholeNumber(numberIn(length)?.trunc());
  if (position === undefined || size === undefined || size < 0) return null;
  const characters = [...text];
  if (position === 0 || Math.abs(position) > characters.length) return null;
  const from = position > 0 ? position - 1 : characters.length + position;
  return characters.slice(from, from + size).join('');
}

function join([list, delimiter = null]: FeelList): FeelValue {
  if (list === undefined || list === null || (delimiter !== null && typeof delimiter !== 'string')) return null;
  const texts = asList(list).filter((value) => value !== null);
  if (texts.some((value) => typeof value !== 'string')) return null;
  return texts.map(toText).join(delimiter ?? '');
}

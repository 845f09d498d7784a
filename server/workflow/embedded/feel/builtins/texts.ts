import { Decimal, isList, wholeNumber, type FeelValue } from '../values.js';
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
  define('string join(list, delimiter?)', ([list = null, delimiter = null]) => joined(list, delimiter)),
];

function substring(text: string, start: FeelValue = null, length?: FeelValue): FeelValue {
  const position = wholeNumber(numberIn(start)?.trunc());
  const size = length === undefined ? Infinity : wholeNumber(numberIn(length)?.trunc());
  if (position === undefined || size === undefined || size < 0) return null;
  const characters = [...text];
  if (position === 0 || Math.abs(position) > characters.length) return null;
  const from = position > 0 ? position - 1 : characters.length + position;
  return characters.slice(from, from + size).join('');
}

/** Texts of a list with something between them; null where one of them is none. Null entries are left out. */
export function joined(list: FeelValue, delimiter: FeelValue): string | null {
  if (!isList(list) || (delimiter !== null && typeof delimiter !== 'string')) return null;
  const texts = list.filter((value) => value !== null);
  return texts.every((value) => typeof value === 'string') ? texts.join(delimiter ?? '') : null;
}

import { RE2JS, RE2JSException } from 're2js';
import type { Dialect } from '../dialect.js';
import { noResult } from '../problem.js';
import { needsBacktracking, toRe2 } from '../regular-expression.js';
import type { FeelValue } from '../values.js';
import { define, textIn, type Builtin } from './builtin.js';

const functions: readonly Builtin[] = [
  define('matches(input, pattern, flags?)', ([input, pattern, flags = null], { dialect }) => {
    const [text, compiled] = [textIn(input), compiledPattern(pattern, flags, dialect)];
    return text === null || compiled === null ? null : compiled.matcher(text).find();
  }),
  define('replace(input, pattern, replacement, flags?)', ([input, pattern, replacement, flags = null], { dialect }) => {
    const [text, compiled] = [textIn(input), compiledPattern(pattern, flags, dialect)];
    const by = textIn(replacement);
    return text === null || compiled === null || by === null ? null : replaced(text, compiled, by, dialect);
  }),
  define('split(string, delimiter)', ([input, delimiter], { dialect }) => {
    const [text, compiled] = [textIn(input), compiledPattern(delimiter, null, dialect)];
    return text === null || compiled === null ? null : split(text, compiled);
  }),
  define('extract(input, pattern)', ([input, pattern], { dialect }) => {
    const [text, compiled] = [textIn(input), compiledPattern(pattern, null, dialect)];
    return text === null || compiled === null ? null : found(text, compiled);
  }),
];

/**
 * Functions with regular expressions (XPath F&O 7.6 as DMN wants it). The matcher takes linear time: a pattern of a model
 * must not be able to stop the server, as the backtracking of JavaScript would let it.
 */
export const patternBuiltins: readonly Builtin[] = functions.map((builtin) => ({
  ...builtin,
  refuses: ([, pattern = null]) => (pattern !== null && needsBacktracking(pattern) ? pattern : null),
}));

const compiledPatterns = new Map<string, RE2JS | null>();

// Compiling costs up to a millisecond. Patterns may come from data, so the memory must not grow with them.
function compiledPattern(given: FeelValue | undefined, flags: FeelValue, dialect: Dialect): RE2JS | null {
  const [pattern, signs] = [textIn(given), flags === null ? '' : textIn(flags)];
  if (pattern === null || signs === null) return null;
  if (dialect === 'zeebe' && needsBacktracking(pattern)) throw noResult(pattern);
  const key = `${dialect}/${signs}/${pattern}`;
  const known = compiledPatterns.get(key);
  if (known !== undefined) return known;
  if (compiledPatterns.size > 500) compiledPatterns.clear();
  const made = compile(pattern, signs, dialect);
  compiledPatterns.set(key, made);
  return made;
}

function compile(pattern: string, signs: string, dialect: Dialect): RE2JS | null {
  const translated = toRe2(pattern, signs, dialect);
  if (translated === null) return null;
  try {
    return RE2JS.compile(translated.pattern, translated.flags);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}

// `$1` is a group, `\$` a dollar, `\\` a backslash; anything else behind the two signs is a mistake.
function replaced(text: string, compiled: RE2JS, by: string, dialect: Dialect): FeelValue {
  if (/\\(?![\\$])|(?<!\\)(?:\\\\)*\$(?!\d)/.test(by)) return null;
  // A group that is not there is empty (XPath). On Zeebe it is an exception, and so null.
  const groups = [...by.matchAll(/\\.|\$(\d)/g)].flatMap(([, digit]) => digit ?? []);
  if (dialect === 'zeebe' && groups.some((digit) => Number(digit) > compiled.groupCount())) return null;
  const parts: string[] = [];
  const matcher = compiled.matcher(text);
  let last = 0;
  while (matcher.find()) {
    parts.push(
      text.slice(last, matcher.start()),
      filled(by, (group) => matcher.group(group), compiled.groupCount()),
    );
    last = matcher.end();
  }
  return parts.join('') + text.slice(last);
}

function filled(by: string, group: (number: number) => string | null, count: number): string {
  return by.replace(/\\([\\$])|\$(\d+)/g, (_, escaped: string | undefined, digits: string | undefined) => {
    if (escaped !== undefined || digits === undefined) return escaped ?? '';
    // As many digits as name a group; the others are text.
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > count) length -= 1;
    const number = Number(digits.slice(0, length));
    return (number > count ? '' : (group(number) ?? '')) + digits.slice(length);
  });
}

function split(text: string, compiled: RE2JS): readonly string[] {
  const parts: string[] = [];
  const matcher = compiled.matcher(text);
  let last = 0;
  while (matcher.find()) {
    if (matcher.end() === 0) continue;
    parts.push(text.slice(last, matcher.start()));
    last = matcher.end();
  }
  return [...parts, text.slice(last)];
}

function found(text: string, compiled: RE2JS): readonly string[] {
  const matches: string[] = [];
  const matcher = compiled.matcher(text);
  while (matcher.find()) matches.push(matcher.group() ?? '');
  return matches;
}

import { asSingle, isList, type FeelList, type FeelValue } from '../values.js';
import type { Builtin } from './builtin.js';

/** Parameters that take anything, and so also a list of one as it is. */
const takesAnything: ReadonlySet<string> = new Set([
  ...['value', 'default', 'value1', 'value2', 'element', 'newItem', 'items', 'lists', 'contexts', 'cause'],
]);

const takesList: ReadonlySet<string> = new Set(['list', 'entries']);

/**
 * The same function by the letter of DMN (1.3, 10.3.2.9.4): a value where a list is expected counts as a list of one, and
 * a list of one where a single value is expected counts as its entry. Zeebe does neither.
 */
export function withCoercion(builtin: Builtin): Builtin {
  const [signature = []] = builtin.signatures;
  const onLists = signature[0] === 'list';
  const fitted = (value: FeelValue, index: number): FeelValue => {
    const parameter = signature[index] ?? '';
    if (takesList.has(parameter)) return value === null || isList(value) ? value : [value];
    if (takesAnything.has(parameter) || (onLists && parameter === 'match')) return value;
    return builtin.name === 'string' || parameter === 'keys' ? value : asSingle(value);
  };
  return builtin.variadic
    ? builtin
    : { ...builtin, apply: (given: FeelList, scope) => builtin.apply(given.map(fitted), scope) };
}

import { isContext, type FeelValue } from '../values.js';
import { define, type Builtin } from './builtin.js';

export const contextBuiltins: readonly Builtin[] = [
  define('not(negand)', ([value]) => (typeof value === 'boolean' ? !value : null)),
  // What is absent counts as null, so both functions answer for absent variables too.
  define('is defined(value)', ([value = null]) => value !== null, 'allowed'),
  define('get or else(value, default)', ([value = null, otherwise = null]) => value ?? otherwise, 'allowed'),
  define('get value(context, key)', ([context = null, key]) =>
    context !== null && isContext(context) && typeof key === 'string' ? (context.get(key) ?? null) : null,
  ),
  define('get entries(context)', ([context = null]) =>
    context !== null && isContext(context)
      ? [...context].map(
          ([key, value]) =>
            new Map<string, FeelValue>([
              ['key', key],
              ['value', value],
            ]),
        )
      : null,
  ),
  define('context put(context, key, value)', ([context = null, key, value = null]) =>
    context !== null && isContext(context) && typeof key === 'string' ? new Map([...context, [key, value]]) : null,
  ),
];

import type { Builtin } from './builtin.js';
import { contextBuiltins } from './contexts.js';
import { conversionBuiltins } from './conversions.js';
import { listBuiltins } from './lists.js';
import { numberBuiltins } from './numbers.js';
import { textBuiltins } from './texts.js';

export type { Builtin } from './builtin.js';

// `matches`, `replace` and `split` are absent on purpose: they take regular expressions, and JavaScript's backtracking
// would let one pattern in a model stop the whole server. They need a linear matcher first.
const builtins = new Map<string, Builtin>(
  [...conversionBuiltins, ...textBuiltins, ...numberBuiltins, ...listBuiltins, ...contextBuiltins].map((entry) => [
    entry.name,
    entry,
  ]),
);

export const builtinNames: readonly string[] = [...builtins.keys()];

export function builtin(name: string): Builtin | undefined {
  return builtins.get(name);
}

import type { Dialect } from '../dialect.js';
import type { Builtin } from './builtin.js';
import { withCoercion } from './coercion.js';
import { calendarBuiltins } from './calendar.js';
import { contextBuiltins } from './contexts.js';
import { conversionBuiltins } from './conversions.js';
import { intervalBuiltins } from './intervals.js';
import { listBuiltins } from './lists.js';
import { logicBuiltins } from './logic.js';
import { numberBuiltins } from './numbers.js';
import { patternBuiltins } from './patterns.js';
import { statisticsBuiltins } from './statistics.js';
import { textBuiltins } from './texts.js';
import { unknownToZeebe, zeebeBuiltins } from './zeebe.js';

export type { Builtin } from './builtin.js';

const standard: readonly Builtin[] = [
  ...calendarBuiltins,
  ...contextBuiltins,
  ...conversionBuiltins,
  ...intervalBuiltins,
  ...listBuiltins,
  ...logicBuiltins,
  ...numberBuiltins,
  ...patternBuiltins,
  ...statisticsBuiltins,
  ...textBuiltins,
];

const byName = (builtins: readonly Builtin[]) => new Map(builtins.map((entry) => [entry.name, entry]));

const functions: Readonly<Record<Dialect, ReadonlyMap<string, Builtin>>> = {
  dmn: byName(standard.map(withCoercion)),
  zeebe: byName([...standard.filter(({ name }) => !unknownToZeebe.has(name)), ...zeebeBuiltins]),
};

/** The names of functions that hold spaces: the grammar reads them only if it knows them. */
export const builtinNames: readonly string[] = [...standard, ...zeebeBuiltins]
  .map(({ name }) => name)
  .filter((name) => name.includes(' '));

export function builtin(name: string, dialect: Dialect): Builtin | undefined {
  return functions[dialect].get(name);
}

import type { Dialect } from '../dialect.js';
import type { Builtin } from './builtin.js';
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

export type { Builtin } from './builtin.js';

const builtins = new Map<string, Builtin>(
  [
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
  ].map((entry) => [entry.name, entry]),
);

export const builtinNames: readonly string[] = [...builtins.keys()];

export function builtin(name: string, _dialect: Dialect): Builtin | undefined {
  return builtins.get(name);
}

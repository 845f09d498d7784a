import type { Written } from '../written.js';
import { conversions } from './conversions.js';
import { durations } from './durations.js';
import { lists } from './lists.js';
import { logic } from './logic.js';
import { numbers } from './numbers.js';
import { structures } from './structures.js';
import { temporals } from './temporals.js';
import { texts } from './texts.js';

/** Every expression that is recorded from a real Zeebe, by its group. */
export const groups: Readonly<Record<string, readonly Written[]>> = {
  conversions,
  durations,
  lists,
  logic,
  numbers,
  structures,
  temporals,
  texts,
};

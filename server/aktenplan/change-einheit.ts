import { z } from 'zod';
import { act } from '../platform/act.js';
import { aufbewahrung, aussonderungsart, ofEinheit, titel } from './input.js';
import { saveVersion } from './save-version.js';

const input = z.object({ ...ofEinheit, titel, aufbewahrung, aussonderungsart });

/** Gives a position another title, period or Aussonderungsart from a day on; what hangs below inherits it. */
export const changeEinheit = act('aktenplan.changeEinheit', input, (tx, change) => {
  const words = { de: `Stelle geändert: ${change.titel}`, en: `Position changed: ${change.titel}` };
  return saveVersion(tx, change, words, () => ({
    titel: change.titel,
    aufbewahrung: change.aufbewahrung,
    aussonderungsart: change.aussonderungsart,
  }));
});

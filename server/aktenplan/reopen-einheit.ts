import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { ofEinheit } from './input.js';
import { saveVersion } from './save-version.js';

const input = z.object(ofEinheit);

/** Opens a closed position again from a day on; one that is closed by a position above it stays closed. */
export const reopenEinheit = act('aktenplan.reopenEinheit', input, (tx, opening) => {
  const words = { de: 'Stelle wieder geöffnet', en: 'Position reopened' };
  return saveVersion(tx, opening, words, ({ kennzeichen, last }) =>
    last.state === 'offen' ? reject('aktenplan.notClosed', { kennzeichen }) : { state: 'offen' },
  );
});

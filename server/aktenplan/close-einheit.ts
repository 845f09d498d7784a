import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { ofEinheit } from './input.js';
import { saveVersion } from './save-version.js';
import { germanDay } from '../contract/german-day.js';

const input = z.object(ofEinheit);

/** Closes a position and all below it: they take no new Akten from that day on. What is in them goes on. */
export const closeEinheit = act('aktenplan.closeEinheit', input, (tx, closing) => {
  const words = { de: 'Stelle stillgelegt', en: 'Position closed' };
  return saveVersion(tx, closing, words, ({ kennzeichen, last }) =>
    last.state === 'stillgelegt'
      ? reject('aktenplan.alreadyClosed', { kennzeichen, day: germanDay(last.validFrom) })
      : { state: 'stillgelegt' },
  );
});

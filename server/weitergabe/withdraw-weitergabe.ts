import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { closeLater } from './close-later.js';
import { endWeitergabe } from './end-weitergabe.js';
import { lockOwn } from './lock-own.js';
import { tellAkte } from './protokoll-text.js';
import { OPEN_STATES } from './weitergabe.js';

const input = z.object({ weitergabeId: z.uuid(), version: z.int(), reason });

/**
 * Takes back what nobody has taken over: the request is turned down, the job stops before the next Dokument, the link is dead
 * at once, the offer disappears. What was downloaded before cannot be called back.
 */
export const withdrawWeitergabe = act('weitergabe.withdrawWeitergabe', input, async (tx, wanted) => {
  const found = await lockOwn(tx, wanted, OPEN_STATES);
  if (isRejection(found)) return found;
  const ended = { at: tx.clock.now(), by: authorOf(tx.actor), reason: wanted.reason };
  await endWeitergabe(tx, found, { ...ended, state: 'zurueckgezogen' });
  await closeLater(tx, found, 'zurueckgezogen');
  const { recipient } = found;
  tellAkte(
    tx,
    found,
    {
      de: `Weitergabe an „${recipient}“ zurückgezogen. Grund: ${wanted.reason}`,
      en: `Handing over to “${recipient}” withdrawn. Reason: ${wanted.reason}`,
    },
    { reason: wanted.reason, downloads: found.downloads },
  );
  return { version: found.version + 1 };
});

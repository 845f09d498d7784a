import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { sperrenIn } from './candidates.queries.js';
import { endWeitergabe } from './end-weitergabe.js';
import { lockOwn } from './lock-own.js';
import { tellAkte } from './protokoll-text.js';
import { movedText } from './texts.js';
import { refuseAll } from './weitergabe.js';

const input = z.object({ weitergabeId: z.uuid(), version: z.int(), reason });

/**
 * The authority outside has said that it is responsible now; the person notes how. A download alone is no assent: it may have
 * been a look. From here on the Akte rests, and its periods go on as they did.
 */
export const confirmReceipt = act('weitergabe.confirmReceipt', input, async (tx, wanted) => {
  const found = await lockOwn(tx, wanted, ['bereit']);
  if (isRejection(found)) return found;
  if (found.toMandantId !== null) return reject('weitergabe.noLink');
  if (found.kind !== 'zustaendigkeit') return reject('weitergabe.onlyCopy');
  if (found.downloads === 0) return reject('weitergabe.notPickedUp');
  const sperren = await tx.asSystem((all) => sperrenIn(all, found.akteId));
  const refused = refuseAll(sperren.map((each) => reject('weitergabe.underSperre', { reason: each })));
  if (refused) return refused;
  const ended = { at: tx.clock.now(), by: authorOf(tx.actor), reason: wanted.reason };
  await endWeitergabe(tx, found, { ...ended, state: 'uebernommen' });
  const moved = movedText(found.recipient);
  tellAkte(
    tx,
    found,
    { de: `${moved.de}. Bestätigt: ${wanted.reason}`, en: `${moved.en}. Confirmed: ${wanted.reason}` },
    { reason: wanted.reason },
  );
  return { version: found.version + 1 };
});

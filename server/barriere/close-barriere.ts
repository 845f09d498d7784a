import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { refuseClosed } from './barriere.js';
import { lockBarriere, saveClosed } from './barriere.store.js';

const input = z.object({ id: z.uuid(), note: reason });

/** The administration notes what became of a report; with it goes the contact of whoever told it. */
export const closeBarriere = act('barriere.closeBarriere', input, async (tx, { id, note }) => {
  const barriere = await lockBarriere(tx, id);
  if (!barriere) return reject('platform.notFound');
  const refused = refuseClosed(barriere);
  if (refused) return refused;
  await saveClosed(tx, id, tx.clock.now(), authorOf(tx.actor), note);
  tx.protokoll({ objectKind: 'barriere', objectId: id, payload: { page: barriere.page, note } });
  return {};
});

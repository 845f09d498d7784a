import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { dayInBerlin } from '../platform/clock.js';
import { personOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { protectLater } from './protect-objects.js';
import { germanDay } from '../contract/german-day.js';
import { concernedVorgang } from './sperre.queries.js';
import { lockSperre, saveLifted } from './sperre.store.js';

const input = z.object({ sperreId: z.uuid(), reason });

/** Lifts one Sperre; others on the same record, above or below it stay. What it was and why it ended remains written down. */
export const liftSperre = act('aussonderung.liftSperre', input, async (tx, { sperreId, reason }) => {
  const sperre = await lockSperre(tx, sperreId);
  if (!sperre) return reject('platform.notFound');
  await tx.requireRight('work', sperre.objectKind, sperre.objectId);
  if (sperre.liftedAt) return reject('aussonderung.sperreLifted', { since: germanDay(dayInBerlin(sperre.liftedAt)) });
  await saveLifted(tx, sperreId, { at: tx.clock.now(), personId: personOf(tx).id, reason });
  const { objectKind, objectId } = sperre;
  const text = {
    de: `Sperre aufgehoben („${sperre.reason}“). Grund: ${reason}`,
    en: `Legal hold lifted (“${sperre.reason}”). Reason: ${reason}`,
  };
  tx.protokoll({ objectKind, objectId, payload: { sperreId, reason, text } });
  if (objectKind === 'dokument') {
    const vorgangId = await concernedVorgang(tx, objectId);
    tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { sperreId, dokumentId: objectId, text } });
    tx.changed('vorgang', vorgangId);
  } else {
    tx.changed(objectKind, objectId);
  }
  await protectLater(tx, objectKind, objectId);
  tx.changed('aussonderung', sperreId);
  return { objectId };
});

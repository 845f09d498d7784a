import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { labelsOf } from './labels.js';
import { outcomeOf } from './stapel.js';
import { countPosten, lockStapel, saveState } from './stapel.store.js';

/** Nothing is left to try, or to do: a check waits for the word of the person, a running batch is finished. */
export const finishStapel = systemAct('stapel.finishStapel', async (tx, { stapelId }: { stapelId: Id }) => {
  const stapel = await lockStapel(tx, stapelId);
  // Another server may have been faster, or somebody has aborted it.
  if (stapel?.state !== 'pruefung' && stapel?.state !== 'laufend') return {};
  const counts = await countPosten(tx, stapelId);
  if ((stapel.state === 'pruefung' ? counts.offen : counts.bereit) > 0) return {};
  await saveState(tx, stapelId, stapel.state === 'pruefung' ? 'geprueft' : 'fertig', counts, tx.clock.now());
  if (stapel.state === 'laufend') {
    tx.correlationId = stapelId;
    tx.protokoll({
      objectKind: 'person',
      objectId: stapel.personId,
      payload: { ...{ stapelId, counts }, text: outcomeOf(labelsOf(stapel.steps), counts, 'fertig') },
    });
  }
  tx.changed('stapel', stapelId);
  return {};
});

import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { labelsOf } from './labels.js';
import { MOST_TARGETS, type StapelStep } from './stapel.js';
import { insertStapel, type StapelTarget } from './stapel.store.js';

/**
 * Part of every act that puts a batch together: keeps its targets and lets them be tried.
 *
 * @param takesBack the batch that this one takes back; it is done at once
 */
export async function openStapel(
  tx: Transaction,
  steps: readonly StapelStep[],
  source: Sentence,
  targets: readonly StapelTarget[],
  takesBack: Id | null = null,
): Promise<{ stapelId: Id; total: number } | Rejection> {
  if (targets.length === 0) return reject('stapel.empty');
  if (targets.length > MOST_TARGETS) return reject('stapel.tooMany', { most: MOST_TARGETS });
  const personId = personOf(tx).id;
  const id = newId();
  tx.correlationId = id;
  await insertStapel(tx, {
    ...{ id, personId, steps, source, targets, takesBack },
    mandantId: tx.mandantId,
    at: tx.clock.now(),
  });
  const labels = labelsOf(steps);
  const [de, en] = [labels.map((label) => label.de).join(', '), labels.map((label) => label.en).join(', ')];
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      ...{ stapelId: id, steps, source, total: targets.length, takesBack },
      text: {
        de: `Stapel zusammengestellt: ${de}, ${targets.length} Ziele`,
        en: `Batch planned: ${en}, ${targets.length} targets`,
      },
    },
  });
  tx.changed('stapel', id);
  return { stapelId: id, total: targets.length };
}

import { z } from 'zod';
import { isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { findInstance } from './history.queries.js';

// Keys are int8; one digit less than its largest value, so that every key that passes can be asked for.
export const instanceKey = z.string().regex(/^\d{1,18}$/);

/**
 * What every act on a single instance shares: it must be there, and what was done is written to its Vorgang. What the
 * engine that it runs on cannot do, that engine refuses.
 */
export async function operateInstance<Result extends object>(
  tx: Transaction,
  key: string,
  text: Sentence,
  payload: Readonly<Record<string, unknown>>,
  work: () => Promise<Result | 'gone' | Rejection>,
): Promise<Result | Rejection> {
  const instance = await findInstance(tx, key);
  if (!instance) return reject('workflow.instanceGone');
  const result = await work();
  if (result === 'gone') return reject('workflow.instanceGone');
  if (isRejection(result)) return result;
  const { processId, vorgangId } = instance;
  const ofVorgang = vorgangId !== null && isId(vorgangId);
  tx.protokoll({
    objectKind: ofVorgang ? 'vorgang' : 'mandant',
    objectId: ofVorgang ? vorgangId : tx.mandantId,
    payload: { processId, instanceKey: key, ...payload, text },
  });
  tx.changed('process', processId);
  if (ofVorgang) tx.changed('vorgang', vorgangId);
  return result;
}

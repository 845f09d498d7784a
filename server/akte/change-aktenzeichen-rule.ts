import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { optionalLine } from '../platform/typed-text.js';
import { ruleFaults } from './aktenzeichen.js';
import { insertRule, loadRule } from './aktenzeichen.store.js';

export const rule = { akte: optionalLine(80), teilakte: optionalLine(80), vorgang: optionalLine(80) };
const input = z.object({ nummer: z.int(), ...rule });

/** Sets how new Aktenzeichen are made from now on. Those that were given stay as they are. */
export const changeAktenzeichenRule = act('akte.changeAktenzeichenRule', input, async (tx, { nummer, ...wanted }) => {
  const faults = ruleFaults(wanted);
  if (faults.length > 0) return reject('akte.ruleRefused', { count: faults.length }, faults);
  const { nummer: last, ...before } = await loadRule(tx);
  if (last !== nummer) return reject('platform.stale');
  const facts = { mandantId: tx.mandantId, nummer: nummer + 1, at: tx.clock.now(), author: authorOf(tx.actor) };
  if ((await insertRule(tx, { ...wanted, ...facts })) === 'stale') return reject('platform.stale');
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: {
      ...{ before, after: wanted },
      text: {
        de: `Neue Aktenzeichen nach der Regel ${wanted.akte}`,
        en: `New reference numbers by the rule ${wanted.akte}`,
      },
    },
  });
  tx.changed('aktenplan', tx.mandantId);
  return { nummer: nummer + 1 };
});

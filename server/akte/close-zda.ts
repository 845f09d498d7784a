import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { completeZdaAufgaben } from '../aufgabe/complete-zda-aufgaben.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { closeVorgang, german } from './akte.js';
import { lockVorgang, retentionRuleOf, saveClosed } from './akte.store.js';
import { loadClosingFacts } from './closing.store.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int() });

/**
 * Closes a Vorgang "zu den Akten": no further change. The Aufbewahrungsfrist is taken from the Aktenplan now and
 * counts from the end of this year.
 */
export const closeZdA = act('akte.closeZdA', input, async (tx, { vorgangId, version }) => {
  const vorgang = await lockVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  const facts = await loadClosingFacts(tx, vorgangId);
  const rule = await retentionRuleOf(tx, vorgangId);
  const closed = closeVorgang(vorgang, facts, rule, tx.clock.today());
  if (isRejection(closed)) return closed;
  if (vorgang.version !== version) return reject('platform.stale');
  await saveClosed(tx, { vorgangId, rule, personId: personOf(tx).id, ...closed });
  await completeZdaAufgaben(tx, { vorgangId });
  const end = german(closed.aufbewahrungsende);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...closed,
      ...rule,
      text: {
        de: closed.aufbewahrungsende ? `z. d. A. verfügt, Aufbewahrung bis ${end}` : 'z. d. A. verfügt, unbefristet',
        en: closed.aufbewahrungsende ? `Closed, retention until ${end}` : 'Closed, unlimited retention',
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  return { zdaDate: closed.zdaDate, aufbewahrungsende: closed.aufbewahrungsende };
});

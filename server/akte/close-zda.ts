import { z } from 'zod';
import { isRejection, reject, type Sentence } from '../contract/rejections.js';
import { completeZdaAufgaben } from '../aufgabe/complete-zda-aufgaben.js';
import { fristOf } from '../aussonderung/aufbewahrung.queries.js';
import { protectLater } from '../aussonderung/protect-objects.js';
import { tellPeopleOf } from '../notification/tell.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { closePunkte } from '../verfuegung/close-punkte.js';
import { closeVorgang, german, type ClosedVorgang } from './akte.js';
import { lockVorgang, saveClosed } from './akte.store.js';
import { loadClosingFacts } from './closing.store.js';
import { startClosingWork } from './closing/start-closing-work.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int() });

/**
 * Closes a Vorgang "zu den Akten": no further change. The Aufbewahrungsfrist is fixed now, as Vorgang, Akte and Aktenplan
 * say, and counts from the end of this year where none of them says otherwise.
 */
export const closeZdA = act('akte.closeZdA', input, async (tx, { vorgangId, version }) => {
  await tx.requireRight('work', 'vorgang', vorgangId);
  const vorgang = await lockVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  const facts = await loadClosingFacts(tx, vorgangId);
  const rule = await fristOf(tx, vorgangId);
  const closed = closeVorgang(vorgang, facts, rule, tx.clock.today());
  if (isRejection(closed)) return closed;
  if (vorgang.version !== version) return reject('platform.stale');
  await saveClosed(tx, { vorgangId, rule, personId: personOf(tx).id, ...closed });
  await completeZdaAufgaben(tx, { vorgangId });
  await closePunkte(tx, vorgangId);
  await startClosingWork(tx, vorgangId, version);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: { ...closed, aussonderungsart: rule.aussonderungsart, text: closedText(closed) },
  });
  await tellPeopleOf(tx, 'closed', vorgangId);
  await protectLater(tx, 'vorgang', vorgangId);
  tx.changed('vorgang', vorgangId);
  return { zdaDate: closed.zdaDate, aufbewahrungsende: closed.aufbewahrungsende };
});

function closedText({ frist, fristbeginn, aufbewahrungsende }: ClosedVorgang): Sentence {
  if (frist.jahre === null) return { de: 'z. d. A. verfügt, unbefristet', en: 'Closed, unlimited retention' };
  if (fristbeginn === null) {
    return {
      de: `z. d. A. verfügt, ${frist.jahre} Jahre Aufbewahrung ab dem Ereignis, das noch fehlt`,
      en: `Closed, ${frist.jahre} years of retention from the event that is still to come`,
    };
  }
  const end = german(aufbewahrungsende);
  return { de: `z. d. A. verfügt, Aufbewahrung bis ${end}`, en: `Closed, retention until ${end}` };
}

import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { dayAfter, daysFrom } from '../contract/days.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { correctionOf, moved } from './frist.js';
import { fristOf, moveAufgaben, saveFrist, suspendedAt } from './frist.store.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int(), reason });

/**
 * Ends the rest of a Vorgang: its Frist and the dates of the Aufgaben that were open when it began are then moved by the days
 * that it really rested, whatever was planned.
 */
export const resumeVorgang = act('frist.resumeVorgang', input, async (tx, { vorgangId, version, reason }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const own = await fristOf(tx, vorgangId);
  const began = await suspendedAt(tx, vorgangId);
  if (own.restsSince === null || own.plannedDays === null || began === null) return reject('frist.restsNot');
  if (own.version !== version) return reject('platform.stale');
  const today = tx.clock.today();
  const days = correctionOf(own.restsSince, own.plannedDays, today);
  // What was moved when the rest began is on or after this day; what was late then is before it.
  const firstMoved = dayAfter(own.restsSince, own.plannedDays);
  const frist = moved(own.frist, firstMoved, days);
  const saved = await saveFrist(tx, tx.mandantId, { ...own, frist, restsSince: null, plannedDays: null }, null);
  const aufgaben = await moveAufgaben(tx, vorgangId, { days, day: firstMoved, before: began });
  const rested = daysFrom(own.restsSince, today);
  const until =
    frist === null ? { de: '', en: '' } : { de: ` Frist: ${germanDay(frist)}.`, en: ` Deadline: ${frist}.` };
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ rested, frist, aufgaben, reason },
      text: {
        de: `Wieder aufgenommen nach ${rested} Tagen.${until.de} Grund: ${reason}`,
        en: `Resumed after ${rested} days.${until.en} Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  if (aufgaben > 0) tx.changed('aufgabe', vorgangId);
  return { version: saved, frist };
});

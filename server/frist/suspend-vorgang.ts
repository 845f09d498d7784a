import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { dayAfter } from '../contract/days.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { moved, restsAlready } from './frist.js';
import { fristOf, moveAufgaben, saveFrist } from './frist.store.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int(), days: z.int().min(1).max(3_650), reason });

/**
 * Lets a Vorgang rest, e.g. until a missing document comes: its Frist and the dates of its open Aufgaben move by the days that
 * this will take. `resumeVorgang` counts how many it were. What was late stays late.
 */
export const suspendVorgang = act('frist.suspendVorgang', input, async (tx, { vorgangId, version, days, reason }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const own = await fristOf(tx, vorgangId);
  if (own.restsSince !== null) return restsAlready(own.restsSince);
  if (own.version !== version) return reject('platform.stale');
  const [now, today] = [tx.clock.now(), tx.clock.today()];
  const next = { ...own, frist: moved(own.frist, today, days), plannedDays: days };
  const saved = await saveFrist(tx, tx.mandantId, next, now);
  const aufgaben = await moveAufgaben(tx, vorgangId, { days, day: today, before: now });
  const until = dayAfter(today, days);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ days, until, before: own.frist, frist: next.frist, aufgaben, reason },
      text: {
        de: `Ruht, voraussichtlich bis ${germanDay(until)}. Grund: ${reason}`,
        en: `Suspended, presumably until ${until}. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  if (aufgaben > 0) tx.changed('aufgabe', vorgangId);
  return { version: saved };
});

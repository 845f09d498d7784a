import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { daysFrom } from '../contract/days.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { calendarDay, reason } from '../platform/typed-text.js';
import { refuseExtension } from './frist.js';
import { fristOf, moveAufgaben, saveFrist } from './frist.store.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int(), until: calendarDay(), reason });

/** Moves the Frist of a Vorgang to a later day, as its rule allows; open Aufgaben that are not late get as many days more. */
export const extendFrist = act('frist.extendFrist', input, async (tx, { vorgangId, version, until, reason }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const own = await fristOf(tx, vorgangId);
  const refused = refuseExtension(own, until);
  if (refused) return refused;
  if (own.version !== version) return reject('platform.stale');
  const before = own.frist ?? until;
  const days = daysFrom(before, until);
  const saved = await saveFrist(tx, tx.mandantId, { ...own, frist: until, extensions: own.extensions + 1 }, null);
  const aufgaben = await moveAufgaben(tx, vorgangId, { days, day: tx.clock.today(), before: tx.clock.now() });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ before, frist: until, days, aufgaben, reason },
      text: {
        de: `Frist vom ${germanDay(before)} auf den ${germanDay(until)} verlängert, ${days} Tage. Grund: ${reason}`,
        en: `Deadline extended from ${before} to ${until}, ${days} days. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  if (aufgaben > 0) tx.changed('aufgabe', vorgangId);
  return { version: saved };
});

import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf } from '../platform/transaction.js';
import { insertTemporaryRight } from './access.store.js';
import { germanDay } from '../contract/german-day.js';
import { dayInput, reasonInput } from './input.js';
import { loadNames } from './name.queries.js';

const input = z.object({ vorgangId: z.uuid(), personId: z.uuid(), until: dayInput, reason: reasonInput });

const MOST_DAYS = 366;

/** Lets a person read one Vorgang up to and including a day. It ends by itself; its reverse is `endTemporaryRight`. */
export const grantTemporaryRight = act(
  'access.grantTemporaryRight',
  input,
  async (tx, { vorgangId, personId, until, reason }) => {
    await tx.requireRight('manage', 'vorgang', vorgangId);
    const person = (await loadNames(tx)).people.get(personId);
    if (!person) return reject('access.unknownSubject');
    const refused = refuseDay(until, tx.clock.today());
    if (isRejection(refused)) return refused;
    const [id, by] = [newId(), authorOf(tx.actor)];
    const given = { id, mandantId: tx.mandantId, personId, vorgangId, until, reason, by, at: tx.clock.now() };
    await insertTemporaryRight(tx, given);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        temporaryRightId: id,
        personId,
        until,
        reason,
        text: {
          de: `Leserecht bis ${germanDay(until)} erteilt: ${person}. Grund: ${reason}`,
          en: `Right to read until ${until} granted: ${person}. Reason: ${reason}`,
        },
      },
    });
    tx.changed('vorgang', vorgangId);
    return { temporaryRightId: id };
  },
);

/** A right on time ends in the time that people oversee. */
function refuseDay(until: Day, today: Day): Rejection | null {
  if (until < today) return reject('access.dayPassed', { day: germanDay(until), today: germanDay(today) });
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  return days > MOST_DAYS ? reject('access.dayTooFar', { day: germanDay(until) }) : null;
}

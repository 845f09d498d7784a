import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { insertVertretung } from './access.store.js';
import { germanDay } from '../contract/german-day.js';
import { dayInput } from './input.js';
import { loadNames } from './name.queries.js';

const input = z.object({
  personId: z.uuid(),
  deputyId: z.uuid(),
  from: dayInput,
  until: dayInput,
  aktenplaneinheitId: z.uuid().nullable(),
});

/**
 * Lets one person stand in for another from day to day, on the whole Aktenplan or on a part of it: with what the absent
 * person may by unit and role, never with what was given to that person by name, and with the deputy's own clearance.
 */
export const appointVertretung = act(
  'access.appointVertretung',
  input,
  async (tx, { personId, deputyId, from, until, aktenplaneinheitId: part }) => {
    const { people, einheiten } = await loadNames(tx);
    const [person, deputy] = [people.get(personId), people.get(deputyId)];
    if (!person || !deputy || (part !== null && !einheiten.has(part))) return reject('platform.notFound');
    if (personId === deputyId) return reject('access.ownDeputy');
    const today = tx.clock.today();
    if (until < today || until < from) {
      return reject('access.dayPassed', { day: germanDay(until), today: germanDay(from > today ? from : today) });
    }
    const id = newId();
    await insertVertretung(tx, { id, mandantId: tx.mandantId, personId, deputyId, part, from, until });
    tx.protokoll({
      objectKind: 'person',
      objectId: personId,
      payload: {
        vertretungId: id,
        deputyId,
        from,
        until,
        part,
        text: {
          de: `${deputy} vertritt ${person} vom ${germanDay(from)} bis ${germanDay(until)}`,
          en: `${deputy} stands in for ${person} from ${from} to ${until}`,
        },
      },
    });
    tx.changed('access', personId);
    return { vertretungId: id };
  },
);

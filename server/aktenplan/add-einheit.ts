import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { effective, refuseDay, refuseFacts, refusePlace, wayUp, type EinheitFacts } from './aktenplan.js';
import { insertEinheiten, isKennzeichenTaken, loadPlan, lockAktenplan, lockEinheit } from './aktenplan.store.js';
import { aufbewahrung, aussonderungsart, kennzeichen, titel, validFrom } from './input.js';
import { beginOn } from './save-version.js';
import { germanDay } from '../contract/german-day.js';

const input = z.object({
  ...{ kennzeichen, titel, aufbewahrung, aussonderungsart, validFrom },
  parentId: z.uuid().nullable(),
});

/** Adds a position to the Aktenplan from a day on. Its Kennzeichen is its name for good. */
export const addEinheit = act('aktenplan.addEinheit', input, async (tx, added) => {
  const { parentId, validFrom: day } = added;
  await lockAktenplan(tx, tx.mandantId);
  // The lock lets an Akte that is just being opened there come first: afterwards the parent takes none.
  if (parentId !== null && !(await lockEinheit(tx, parentId))) return reject('platform.notFound');
  const einheit = { id: newId(), kennzeichen: added.kennzeichen };
  const { titel: words, aufbewahrung: period, aussonderungsart: art } = added;
  const facts: EinheitFacts = { parentId, titel: words, aufbewahrung: period, aussonderungsart: art, state: 'offen' };
  const plan = await loadPlan(tx, day);
  const refused = refuseDay(day, tx.clock.today()) ?? refuseFacts(facts) ?? refusePlace(plan, einheit, parentId, day);
  if (refused) return refused;
  if (await isKennzeichenTaken(tx, einheit.kennzeichen)) return reject('aktenplan.kennzeichenTaken', einheit);
  const row = { ...einheit, ...facts, effective: effective([{ ...einheit, ...facts }, ...wayUp(plan, parentId)]) };
  await insertEinheiten(tx, tx.mandantId, [row], day);
  await beginOn(tx, day, [{ einheitId: einheit.id, ...facts }]);
  const name = `${einheit.kennzeichen} ${facts.titel}`;
  tx.protokoll({
    objectKind: 'aktenplaneinheit',
    objectId: einheit.id,
    payload: {
      ...{ kennzeichen: einheit.kennzeichen, validFrom: day, after: facts },
      text: {
        de: `Stelle ${name} angelegt, gilt ab ${germanDay(day)}`,
        en: `Position ${name} added, valid from ${germanDay(day)}`,
      },
    },
  });
  tx.changed('aktenplan', einheit.id);
  return { einheitId: einheit.id, version: 1 };
});

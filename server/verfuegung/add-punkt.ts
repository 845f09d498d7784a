import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { askPunkt } from './ask-punkt.js';
import { newPunkt, verfuegungAndVersion } from './inputs.js';
import { lockForChange } from './lock-for-change.js';
import { peopleFindings } from './people.js';
import { settleVerfuegung } from './settle-verfuegung.js';
import { MOST_PUNKTE, notOrderable, placeFor, punktFindings, requireRunning, stateOf } from './verfuegung.js';
import { insertPunkte, punktRows, saveChanged, saveNummer } from './verfuegung.store.js';
import { punktEntries } from './words.js';

const input = z.object({ ...verfuegungAndVersion, punkt: newPunkt });

/**
 * Adds a point to a Verfügung that is under way: behind all others, but before „z. d. A.“, which stays the last one. Whoever adds it
 * stands beside it. Its reverse is striking it, with a reason.
 */
export const addPunkt = act('verfuegung.addPunkt', input, async (tx, { verfuegungId, version, punkt }) => {
  const found = await lockForChange(tx, verfuegungId);
  if (isRejection(found)) return found;
  const { verfuegung, punkte } = found;
  const { vorgangId } = verfuegung;
  const ended = requireRunning(stateOf(verfuegung.recalled, punkte));
  if (ended) return ended;
  if (verfuegung.version !== version) return reject('platform.stale');
  if (punkte.length >= MOST_PUNKTE)
    return reject('verfuegung.tooLong', { most: MOST_PUNKTE, found: punkte.length + 1 });
  const place = placeFor(punkt.art, punkte);
  if (isRejection(place)) return place;
  const entry = { nummer: place.nummer, punkt };
  const refused =
    notOrderable(punktFindings(entry, tx.clock.today())) ?? notOrderable(await peopleFindings(tx, vorgangId, [entry]));
  if (refused) return refused;
  const [id, person] = [newId(), personOf(tx)];
  if (place.behind) await saveNummer(tx, place.behind.id, place.nummer + 1);
  const by = { personId: person.id, at: tx.clock.now(), when: 'later' } as const;
  await insertPunkte(tx, { id: verfuegungId, vorgangId }, [{ ...entry, id }], by);
  const row = (await punktRows(tx, verfuegungId)).find((candidate) => candidate.id === id);
  const unasked = row && row.art !== 'zdA' ? await askPunkt(tx, verfuegung, row, person) : null;
  const unsettled = unasked ?? (await settleVerfuegung(tx, verfuegung));
  if (unsettled) return unsettled;
  const said = punktEntries([entry]);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ verfuegungId, punktId: id, punkt },
      text: { de: `Verfügung ergänzt: ${said.de}`, en: `Added to the instruction: ${said.en}` },
    },
  });
  return { version: await saveChanged(tx, verfuegungId) };
});

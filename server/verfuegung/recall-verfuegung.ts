import { z } from 'zod';
import { lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { verfuegungAndVersion } from './inputs.js';
import { lockForChange } from './lock-for-change.js';
import { refuseStranger, requireRunning, stateOf } from './verfuegung.js';
import { openAufgabenOf, whoHasBegun } from './verfuegung.queries.js';
import { saveCancelled, saveChanged } from './verfuegung.store.js';
import { RECALLED } from './words.js';

const input = z.object(verfuegungAndVersion);

/**
 * Takes a Verfügung back as a whole while nobody has begun with it: its Aufgaben leave the inboxes, its points stay, struck. The
 * reverse of `orderVerfuegung`.
 */
export const recallVerfuegung = act('verfuegung.recallVerfuegung', input, async (tx, { verfuegungId, version }) => {
  const found = await lockForChange(tx, verfuegungId);
  if (isRejection(found)) return found;
  const { verfuegung, punkte } = found;
  const person = personOf(tx);
  const begun = await tx.asSystem((all) => whoHasBegun(all, verfuegungId));
  const refused =
    refuseStranger(verfuegung.orderer, person) ??
    (begun === null ? null : reject('verfuegung.begun', { person: begun })) ??
    recallable(stateOf(verfuegung.recalled, punkte));
  if (refused) return refused;
  if (verfuegung.version !== version) return reject('platform.stale');
  const at = tx.clock.now();
  await lapseAufgaben(tx, verfuegung.vorgangId, await openAufgabenOf(tx, verfuegungId));
  const ids = punkte.map(({ id }) => id);
  await saveCancelled(tx, ids, { by: person.id, at, reason: RECALLED });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: verfuegung.vorgangId,
    payload: { verfuegungId, text: { de: 'Verfügung zurückgenommen', en: 'Instruction taken back' } },
  });
  tx.changed('vorgang', verfuegung.vorgangId);
  return { version: await saveChanged(tx, verfuegungId, { by: person.id, at }) };
});

/** A Verfügung of nothing but Vermerke is „fertig“ from the start, and can be a mistake all the same. */
function recallable(state: ReturnType<typeof stateOf>) {
  return state === 'zurueckgenommen' ? requireRunning(state) : null;
}

import { z } from 'zod';
import { lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { reason as reasonText } from '../platform/typed-text.js';
import { verfuegungAndVersion } from './inputs.js';
import { lockForChange } from './lock-for-change.js';
import { settleVerfuegung } from './settle-verfuegung.js';
import { refuseStranger, requireOpenPunkt } from './verfuegung.js';
import { saveCancelled, saveChanged } from './verfuegung.store.js';
import { punktEntry } from './words.js';

const input = z.object({ ...verfuegungAndVersion, punktId: z.uuid(), reason: reasonText });

/** Strikes an open point that is not wanted any more: its Aufgabe leaves the inbox, the point stays with the reason. */
export const cancelPunkt = act(
  'verfuegung.cancelPunkt',
  input,
  async (tx, { verfuegungId, version, punktId, reason }) => {
    const found = await lockForChange(tx, verfuegungId);
    if (isRejection(found)) return found;
    const { verfuegung, punkte } = found;
    const person = personOf(tx);
    const stranger = refuseStranger(verfuegung.orderer, person);
    if (stranger) return stranger;
    const punkt = requireOpenPunkt(punkte.find(({ id }) => id === punktId));
    if (isRejection(punkt)) return punkt;
    if (verfuegung.version !== version) return reject('platform.stale');
    if (punkt.aufgabeId) await lapseAufgaben(tx, verfuegung.vorgangId, [punkt.aufgabeId]);
    await saveCancelled(tx, [punktId], { by: person.id, at: tx.clock.now(), reason });
    const refused = await settleVerfuegung(tx, verfuegung);
    if (refused) return refused;
    const said = punktEntry(punkt.nummer, punkt.art, punkt.text);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: verfuegung.vorgangId,
      payload: {
        ...{ verfuegungId, punktId, reason },
        text: {
          de: `Punkt aufgehoben: ${said.de}. Grund: ${reason}`,
          en: `Point struck: ${said.en}. Reason: ${reason}`,
        },
      },
    });
    return { version: await saveChanged(tx, verfuegungId) };
  },
);

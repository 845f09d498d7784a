import { z } from 'zod';
import { answerAufgabe } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason as reasonText } from '../platform/typed-text.js';
import { laufwegAndVersion } from './inputs.js';
import { refusalsIn } from './laufweg.js';
import { lockForChange } from './lock-for-change.js';
import { settleLaufweg } from './settle-laufweg.js';
import { saveOverruled } from './station.store.js';
import { STATES } from './words.js';

const input = z.object({ ...laufwegAndVersion, reason: reasonText });

/**
 * Lets a halted Laufweg go on in spite of who has refused. The refusal stays what it is; the reason stands beside it, and
 * whoever signs later reads both in the question.
 */
export const continueLaufweg = act('laufweg.continueLaufweg', input, async (tx, { laufwegId, version, reason }) => {
  const changeable = await lockForChange(tx, laufwegId, version);
  if (isRejection(changeable)) return changeable;
  const { laufweg, root } = changeable;
  if (laufweg.state !== 'angehalten') {
    const { de, en } = STATES[laufweg.state];
    return reject('laufweg.notHalted', { stateDe: de, stateEn: en });
  }
  const note = { de: reason, en: reason };
  await saveOverruled(tx, refusalsIn(root), note);
  if (laufweg.aufgabeId) await answerAufgabe(tx, laufweg.aufgabeId);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: laufweg.vorgangId,
    payload: {
      ...{ laufwegId, reason },
      text: { de: `Laufweg trotzdem weiter: ${reason}`, en: `Circulation goes on in spite of it: ${reason}` },
    },
  });
  return settleLaufweg(tx, { ...laufweg, state: 'laeuft', aufgabeId: null }, 'anew', note);
});

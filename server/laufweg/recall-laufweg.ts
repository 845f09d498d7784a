import { z } from 'zod';
import { answerAufgabe, lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason as reasonText } from '../platform/typed-text.js';
import { laufwegAndVersion } from './inputs.js';
import { outcomeOf, stationsOf } from './laufweg.js';
import { saveLaufweg } from './laufweg.store.js';
import { lockForChange } from './lock-for-change.js';
import { leaveRun } from './run-laufweg.js';
import { saveDropped } from './station.store.js';
import { LAPSES } from './words.js';

const input = z.object({ ...laufwegAndVersion, reason: reasonText });

/** Calls a Laufweg back: nobody is asked any more, and what was answered stays. */
export const recallLaufweg = act('laufweg.recallLaufweg', input, async (tx, { laufwegId, version, reason }) => {
  const changeable = await lockForChange(tx, laufwegId, version);
  if (isRejection(changeable)) return changeable;
  const { laufweg, root } = changeable;
  const { vorgangId, run, aufgabeId } = laufweg;
  await leaveRun(tx, laufweg);
  const open = stationsOf(root).filter((station) => outcomeOf(station) === 'pending');
  const dropped = { state: 'entfallen', reason: LAPSES.recalled, at: tx.clock.now() } as const;
  const ids = open.map(({ id }) => id);
  const aufgaben = await saveDropped(tx, ids, dropped);
  await lapseAufgaben(tx, vorgangId, aufgaben);
  if (aufgabeId) await answerAufgabe(tx, aufgabeId);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ laufwegId, reason },
      text: { de: `Laufweg zurückgeholt: ${reason}`, en: `Circulation called back: ${reason}` },
    },
  });
  tx.changed('vorgang', vorgangId);
  const ended = { state: 'zurueckgeholt', run: run + 1, instanceKey: null, aufgabeId: null } as const;
  const note = { de: reason, en: reason };
  return { version: await saveLaufweg(tx, laufwegId, { ...ended, note, endedAt: tx.clock.now() }) };
});

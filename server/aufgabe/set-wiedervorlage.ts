import { z } from 'zod';
import { WIEDERVORLAGE_ARTEN } from '../contract/aufgaben-views.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { calendarDay, linesOfText } from '../platform/typed-text.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';
import { wiedervorlageDay } from './wiedervorlage.js';
import { findWiedervorlage, saveWiedervorlage } from './wiedervorlage.store.js';

const input = z.object({
  aufgabeId: z.uuid(),
  day: calendarDay(),
  art: z.enum(WIEDERVORLAGE_ARTEN),
  note: linesOfText(500),
});

/**
 * Puts an open Aufgabe aside for oneself until a day. It goes by no version: it changes nothing of the Aufgabe, and what
 * somebody wants to see again is their own. Its reverse is `endWiedervorlage`, or setting the one from before.
 */
export const setWiedervorlage = act(
  'aufgabe.setWiedervorlage',
  input,
  async (tx, { aufgabeId, day: wanted, art, note }) => {
    const workable = await lockWorkable(tx, aufgabeId, 'any');
    if (isRejection(workable)) return workable;
    const day = wiedervorlageDay(wanted, tx.clock.today());
    if (isRejection(day)) return day;
    const { aufgabe, fuer } = workable;
    const person = personOf(tx);
    const before = await findWiedervorlage(tx, aufgabeId, person.id);
    await saveWiedervorlage(tx, aufgabeId, person.id, { day, art, note });
    const [until, why] = [germanDay(day), note === '' ? '' : `. ${note}`];
    const text = {
      de: `Wiedervorlage am ${until}: ${aufgabe.titel.de}${why}`,
      en: `Resubmission on ${until}: ${aufgabe.titel.en}${why}`,
    };
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: aufgabe.vorgangId,
      payload: { aufgabeId, day, art, note, ...standingInFor(fuer), text: inVertretung(text, fuer) },
    });
    tx.changed('aufgabe', aufgabeId);
    return { aufgabeId, before };
  },
);

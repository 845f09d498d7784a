import { z } from 'zod';
import { german } from '../akte/akte.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { calendarDay, lineOfText } from '../platform/typed-text.js';
import { changeObstacles, DOKUMENT_ARTEN, refusalOf } from './dokument.js';
import { saveDetails, type Details } from './dokument.store.js';
import { lockDokumentForChange } from './lock-dokument.js';
import type { ZusatzChanges } from '../zusatzfeld/fill-values.js';
import { fillZusatz, zusatz } from '../zusatzfeld/fill-zusatz.js';

const input = z.object({
  dokumentId: z.uuid(),
  version: z.int(),
  betreff: lineOfText(500),
  art: z.enum(DOKUMENT_ARTEN),
  date: calendarDay().nullable(),
  zusatz: zusatz.optional(),
});

/** Changes what is said about a draft: Betreff, Art, date. What stood there before stays in the Protokoll. */
export const editDokument = act(
  'dokument.editDokument',
  input,
  async (tx, { dokumentId, version, zusatz: given, ...details }) => {
    const locked = await lockDokumentForChange(tx, dokumentId);
    if (isRejection(locked)) return locked;
    const { dokument, vorgang } = locked;
    const refused = refusalOf(dokument, changeObstacles(dokument));
    if (refused) return refused;
    if (dokument.version !== version) return reject('platform.stale');
    const before: Details = { betreff: dokument.betreff, art: dokument.art, date: dokument.date };
    const filled = await fillZusatz(tx, { kind: 'dokument', id: dokumentId, art: details.art }, given);
    if (isRejection(filled)) return filled;
    const saved = await saveDetails(tx, dokumentId, details);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgang.id,
      payload: {
        dokumentId,
        before: { ...before, zusatz: filled.before },
        after: { ...details, zusatz: filled.after },
        text: changes(before, details, filled),
      },
    });
    tx.changed('vorgang', vorgang.id);
    return { version: saved };
  },
);

function changes(before: Details, after: Details, zusatz: ZusatzChanges): { de: string; en: string } {
  const list = (language: 'de' | 'en') =>
    [
      ...(before.betreff === after.betreff ? [] : [`„${before.betreff}“ → „${after.betreff}“`]),
      ...(before.art === after.art ? [] : [`${before.art} → ${after.art}`]),
      ...(before.date === after.date ? [] : [`${german(before.date)} → ${german(after.date)}`]),
      ...Object.entries(zusatz.words).map(
        ([key, label]) => `${label[language]}: ${zusatz.before[key] || '–'} → ${zusatz.after[key] || '–'}`,
      ),
    ].join(', ');
  return {
    de: `Angaben zu „${after.betreff}“ geändert: ${list('de') || 'keine'}`,
    en: `Details of “${after.betreff}” changed: ${list('en') || 'none'}`,
  };
}

import { z } from 'zod';
import { german } from '../akte/akte.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { calendarDay, lineOfText } from '../platform/typed-text.js';
import { changeObstacles, DOKUMENT_ARTEN, refusalOf } from './dokument.js';
import { saveDetails, type Details } from './dokument.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({
  dokumentId: z.uuid(),
  version: z.int(),
  betreff: lineOfText(500),
  art: z.enum(DOKUMENT_ARTEN),
  date: calendarDay().nullable(),
});

/** Changes what is said about a draft: Betreff, Art, date. What stood there before stays in the Protokoll. */
export const editDokument = act('dokument.editDokument', input, async (tx, { dokumentId, version, ...details }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const refused = refusalOf(dokument, changeObstacles(dokument));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const before: Details = { betreff: dokument.betreff, art: dokument.art, date: dokument.date };
  const saved = await saveDetails(tx, dokumentId, details);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: { dokumentId, before, after: details, text: changes(before, details) },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved };
});

function changes(before: Details, after: Details): { de: string; en: string } {
  const list = [
    ...(before.betreff === after.betreff ? [] : [`„${before.betreff}“ → „${after.betreff}“`]),
    ...(before.art === after.art ? [] : [`${before.art} → ${after.art}`]),
    ...(before.date === after.date ? [] : [`${german(before.date)} → ${german(after.date)}`]),
  ].join(', ');
  return {
    de: `Angaben zu „${after.betreff}“ geändert: ${list || 'keine'}`,
    en: `Details of “${after.betreff}” changed: ${list || 'none'}`,
  };
}

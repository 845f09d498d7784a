import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { endUnfinished, findAkteneinsicht } from './akteneinsicht.store.js';

const input = z.object({ akteneinsichtId: z.uuid() });

/** Ends a package that is not finished; the job notices before the next Dokument. */
export const cancelAkteneinsicht = act('akteneinsicht.cancelAkteneinsicht', input, async (tx, { akteneinsichtId }) => {
  const found = await findAkteneinsicht(tx, akteneinsichtId);
  if (!found) return reject('platform.notFound');
  const kind = found.vorgangId ? 'vorgang' : 'akte';
  const objectId = found.vorgangId ?? found.akteId;
  await tx.requireRight('work', kind, objectId);
  if (!(await endUnfinished(tx, akteneinsichtId, 'abgebrochen', null))) return reject('akteneinsicht.ended');
  const text = {
    de: `Akteneinsicht für ${found.applicant} abgebrochen`,
    en: `Inspection for ${found.applicant} cancelled`,
  };
  tx.protokoll({ objectKind: kind, objectId, payload: { akteneinsichtId, text } });
  tx.changed(kind, objectId);
  return {};
});

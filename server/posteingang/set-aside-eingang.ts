import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { linesOfText } from '../platform/typed-text.js';
import { onDesk } from './eingang.js';
import { lockEingang, saveState } from './eingang.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int(), note: linesOfText(2_000, 1) });

/** Puts an item aside that cannot be filed yet, with the reason. Its reverse is `resumeEingang`. */
export const setAsideEingang = act('posteingang.setAsideEingang', input, async (tx, { eingangId, version, note }) => {
  tx.correlationId = eingangId;
  const eingang = onDesk(await lockEingang(tx, eingangId), version);
  if (isRejection(eingang)) return eingang;
  const next = await saveState(tx, eingangId, 'klaerung', { de: note, en: note });
  tx.protokoll({ objectKind: 'eingang', objectId: eingangId, payload: { note } });
  tx.changed('eingang', eingangId);
  return { version: next };
});

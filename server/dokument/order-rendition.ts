import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { versionFile } from './dokument.queries.js';
import { orderForVersion } from './rendition/order-for-version.js';

const input = z.object({ dokumentId: z.uuid(), nummer: z.int().positive().max(2_147_483_647) });

/** Has the preview of an office file made, also once more where it failed. The record itself is not touched by that. */
export const orderRendition = act('dokument.orderRendition', input, async (tx, { dokumentId, nummer }) => {
  const file = await versionFile(tx, dokumentId, nummer);
  if (!file) return reject('platform.notFound');
  const version = { mandantId: tx.mandantId, dokumentId, nummer, mime: file.mime };
  if (!(await orderForVersion(tx, version, tx.clock.now()))) return reject('rendition.otherKind', { mime: file.mime });
  tx.protokoll({
    objectKind: 'dokument',
    objectId: dokumentId,
    payload: {
      nummer,
      text: { de: `Vorschau von Fassung ${nummer} angefordert`, en: `Preview of version ${nummer} ordered` },
    },
  });
  return {};
});

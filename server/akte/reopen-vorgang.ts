import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { refuseWhileSelected } from '../aussonderung/vernichtung.queries.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { german, requireClosed } from './akte.js';
import { lockVorgang, saveReopened } from './akte.store.js';
import { refuseGivenVorgang } from './given.queries.js';
import { stopClosingWork } from './closing/start-closing-work.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int(), reason });

/**
 * Opens a Vorgang z. d. A. again. Its Aufbewahrungsfrist ends with that, and begins anew with the next z. d. A.; when it was
 * closed and why it was opened stays in the Protokoll.
 */
export const reopenVorgang = act('akte.reopenVorgang', input, async (tx, { vorgangId, version, reason }) => {
  await tx.requireRight('work', 'vorgang', vorgangId);
  const vorgang = await lockVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  const refused = requireClosed(vorgang) ?? (await refuseGivenVorgang(tx, vorgangId));
  if (refused) return refused;
  const selected = await refuseWhileSelected(tx, 'vorgang', vorgangId);
  if (selected) return selected;
  if (vorgang.version !== version) return reject('platform.stale');
  await saveReopened(tx, vorgangId);
  await stopClosingWork(tx, vorgangId);
  const since = german(vorgang.zdaDate);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      reason,
      zdaDate: vorgang.zdaDate,
      text: {
        de: `Wieder geöffnet, z. d. A. seit ${since}. Grund: ${reason}`,
        en: `Reopened, closed since ${since}. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgangId);
  return { version: version + 1 };
});

import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { requireClosed } from './akte.js';
import { lockVorgang } from './akte.store.js';
import { loadClosing } from './closing/closing.views.js';
import { worksOf } from './closing/closing-work.store.js';
import { startClosingWork } from './closing/start-closing-work.js';

const input = z.object({ vorgangId: z.uuid() });

/** Tries once more what z. d. A. has started and what could not be finished, such as a bin that a Sperre kept. */
export const retryClosing = act('akte.retryClosing', input, async (tx, { vorgangId }) => {
  await tx.requireRight('work', 'vorgang', vorgangId);
  const vorgang = await lockVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  const refused = requireClosed(vorgang);
  if (refused) return refused;
  const view = await loadClosing(tx, vorgangId);
  if (isRejection(view)) return view;
  const failed = view.works.filter(({ state }) => state === 'failed').map(({ kind }) => kind);
  const [work] = await worksOf(tx, vorgangId);
  if (failed.length === 0 || !work) return reject('akte.nothingToRetry', { aktenzeichen: vorgang.aktenzeichen });
  await startClosingWork(tx, vorgangId, work.closing, failed);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      kinds: failed,
      text: { de: 'Abschlussarbeiten noch einmal begonnen', en: 'Closing work begun once more' },
    },
  });
  tx.changed('vorgang', vorgangId);
  return { retried: failed.length };
});

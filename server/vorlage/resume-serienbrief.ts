import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { lockSerienbrief, saveState } from './serienbrief.store.js';

const input = z.object({ id: z.uuid(), version: z.int() });

/** Goes on with a serial letter where it was stopped, by a person or by an obstacle. */
export const resumeSerienbrief = act('vorlage.resumeSerienbrief', input, async (tx, { id, version }) => {
  const brief = await lockSerienbrief(tx, id);
  if (!brief) return reject('platform.notFound');
  const vorgang = await lockOpenVorgang(tx, brief.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  if (brief.state !== 'angehalten') return reject('vorlage.notHalted', { state: brief.state });
  if (brief.version !== version) return reject('platform.stale');
  await saveState(tx, id, 'laeuft');
  await tx.enqueue('vorlage.serienbrief', `${id}/${version + 1}`, { serienbriefId: id });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: brief.vorgangId,
    payload: { serienbriefId: id, text: { de: 'Serienbrief fortgesetzt', en: 'Serial letter resumed' } },
  });
  tx.changed('vorgang', brief.vorgangId);
  return { version: version + 1 };
});

import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { lockSerienbrief, saveState } from './serienbrief.store.js';

const input = z.object({ id: z.uuid(), version: z.int() });

/** Stops a serial letter after the one that is being written. What was written stays. */
export const haltSerienbrief = act('vorlage.haltSerienbrief', input, async (tx, { id, version }) => {
  const brief = await lockSerienbrief(tx, id);
  if (!brief) return reject('platform.notFound');
  await tx.requireRight('work', 'vorgang', brief.vorgangId);
  if (brief.state !== 'laeuft') return reject('vorlage.notRunning', { state: brief.state });
  if (brief.version !== version) return reject('platform.stale');
  await saveState(tx, id, 'angehalten');
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: brief.vorgangId,
    payload: { serienbriefId: id, text: { de: 'Serienbrief angehalten', en: 'Serial letter halted' } },
  });
  tx.changed('vorgang', brief.vorgangId);
  return { version: version + 1 };
});

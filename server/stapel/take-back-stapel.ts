import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { abortStapel } from './abort-stapel.js';
import { wayBackOf } from './labels.js';
import { openStapel } from './open-stapel.js';
import { refuseTakeBack, type StapelStep } from './stapel.js';
import { doneTargets, isTakenBack, lockStapel } from './stapel.store.js';

const input = z.object({ stapelId: z.uuid() });

/**
 * Takes back what a batch has done, by a batch of the reverse act that begins at once: each target for itself, and where something
 * has happened since, it stays and says why. A batch that still runs ends here first.
 */
export const takeBackStapel = act('stapel.takeBackStapel', input, async (tx, { stapelId }) => {
  const stapel = await lockStapel(tx, stapelId);
  if (!stapel) return reject('platform.notFound');
  const steps: StapelStep[] = [];
  for (const step of stapel.steps) {
    const operation = wayBackOf(step);
    if (!operation) return reject('stapel.noWayBack');
    steps.push({ operation, input: { stapelId } });
  }
  const refused = refuseTakeBack(stapel, (await isTakenBack(tx, stapelId)) ? 'used' : 'takeBack');
  if (refused) return refused;
  if (stapel.state === 'laufend') {
    const aborted = await abortStapel(tx, { stapelId });
    if (isRejection(aborted)) return aborted;
  }
  const targets = await doneTargets(tx, stapelId);
  if (targets.length === 0) return stapel.state === 'laufend' ? { stapelId: null, total: 0 } : reject('stapel.empty');
  const { de, en } = stapel.source;
  return openStapel(tx, steps, { de: `Zurückgenommen: ${de}`, en: `Taken back: ${en}` }, targets, stapelId);
});

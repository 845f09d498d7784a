import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { lockVorgangVersion } from '../akte/akte.queries.js';
import { act } from '../platform/act.js';
import { instancesOfBusinessKey } from '../workflow/workflow.queries.js';

const input = z.object({ vorgangId: z.uuid(), version: z.int(), reason: z.string().trim().min(1).max(2_000) });

export const STORNO_MESSAGE = 'rechnung.storno';

// A Storno reaches the process at once or never; a buffered one must not hit a later process of the same Vorgang.
const NO_BUFFERING = 0;

/** Ends the running Rechnungsfreigabe of a Vorgang. The process itself decides by its model what a Storno does. */
export const stornoRechnung = act('rechnung.stornoRechnung', input, async (tx, { vorgangId, version, reason }) => {
  await tx.requireRight('work', 'vorgang', vorgangId);
  const found = await lockVorgangVersion(tx, vorgangId);
  if (found === null) return reject('platform.notFound');
  if (found !== version) return reject('platform.stale');
  const instances = await instancesOfBusinessKey(tx, vorgangId);
  const waiting = instances.find(({ awaitedMessages }) => awaitedMessages.includes(STORNO_MESSAGE));
  if (!waiting) return reject('rechnung.nothingToStorno');
  await tx.enqueue('workflow.publish', `storno-${waiting.instanceKey}`, {
    name: STORNO_MESSAGE,
    correlationKey: vorgangId,
    messageId: `storno-${waiting.instanceKey}`,
    // If it ends by itself meanwhile, the next one of the Vorgang must not get what was meant for it.
    instanceKey: waiting.instanceKey,
    ttlMs: NO_BUFFERING,
    variables: { stornoGrund: reason },
  });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: { reason, text: { de: `Storno verlangt: ${reason}`, en: `Cancellation requested: ${reason}` } },
  });
  tx.changed('vorgang', vorgangId);
  return { vorgangId };
});

import type { Transaction } from '../../platform/transaction.js';
import { findInstance } from '../history.queries.js';
import type { Message } from '../process-engine.js';
import { startedBy } from './store/definition.store.js';
import { embeddedHasUseFor, enginesRunning, zeebeHasUseFor } from './store/routing.store.js';

export type EngineName = 'embedded' | 'zeebe';

/**
 * Which engine a message is for: that whose instance waits for it, or for whose end it has to wait; else, where it starts
 * a process, that on which new ones start. Whether an instance will wait for it later nobody can know: such a message
 * goes to every engine that has instances, and each keeps it for its time to live.
 */
export async function enginesFor(
  tx: Transaction,
  message: Message,
  newInstances: EngineName,
): Promise<readonly EngineName[]> {
  if (message.instanceKey !== undefined) {
    const instance = await findInstance(tx, message.instanceKey);
    return [instance?.engine ?? 'embedded'];
  }
  if (await embeddedHasUseFor(tx, message)) return ['embedded'];
  if (await zeebeHasUseFor(tx, message)) return ['zeebe'];
  if ((await startedBy(tx, message.name)).length > 0) return [newInstances];
  const running = await enginesRunning(tx);
  return running.length > 0 ? running : [newInstances];
}

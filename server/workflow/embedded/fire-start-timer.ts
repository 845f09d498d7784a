import type { Transaction } from '../../platform/transaction.js';
import type { EngineParts } from './engine-parts.js';
import { startInstance } from './execute.js';
import { deleteStartTimer, renewStartTimer, type StartTimerRow } from './store/start-timer.store.js';
import { nextDue, repeated } from './timers/timers.js';

/** The time has come at which a process starts. The timer was claimed. */
export async function fireStartTimer(tx: Transaction, parts: EngineParts, timer: StartTimerRow): Promise<void> {
  const { key, definitionKey, processId, elementId: startId } = timer;
  const cycle = timer.cycle === null ? null : repeated(timer.cycle);
  const due = cycle === null ? null : nextDue(cycle, tx.clock.now());
  if (cycle !== null && due !== null) await renewStartTimer(tx, key, due, cycle);
  else await deleteStartTimer(tx, key);
  const keys = { businessKey: null, startKey: null };
  await startInstance(tx, parts, { definitionKey, processId, startId, ...keys, variables: {} });
}

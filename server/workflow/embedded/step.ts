import type { Transaction } from '../../platform/transaction.js';
import { writesOf, type Writes } from './command-writes.js';
import type { DeployedModel } from './models.js';
import type { Effect, State } from './state.js';
import type { LoggedCommand } from './store/command-log.store.js';
import { writeCommands } from './store/command.store.js';
import type { InstanceRow } from './store/instance.store.js';
import { updateJob } from './store/waits.store.js';

/** A command that the core has thought through, and nothing of which is written yet. */
export interface Step {
  /** With the state after it. */
  readonly instance: InstanceRow;
  /** null: the command begins the instance. */
  readonly before: State | null;
  readonly effects: readonly Effect[];
  readonly deployed: DeployedModel;
  readonly log: LoggedCommand<object>;
}

/** A step whose rows are written. Nobody has been told of it yet. */
export interface WrittenStep extends Step {
  readonly writes: Writes;
  readonly goneTasks: readonly string[];
}

/**
 * Writes down steps of instances of different trees. What was created and ended within one command leaves no row.
 */
export async function writeSteps(tx: Transaction, steps: readonly Step[]): Promise<WrittenStep[]> {
  if (steps.length === 0) return [];
  const all = steps.map((step) => ({ ...step, writes: writesOf(step.effects, step.before) }));
  const commands = all.map(({ instance, before, log, writes, deployed: { version } }) => {
    const { key: instanceKey, processId } = instance;
    const history = writes.history.map((line) => ({ ...line, at: log.at, instanceKey, processId, version }));
    return { instance, row: before === null ? 'new' : 'known', log, writes, history } as const;
  });
  const gone = await writeCommands(tx, tx.mandantId, commands);
  for (const { writes } of all) for (const update of writes.jobUpdates) await updateJob(tx, update);
  return all.map((step) => ({ ...step, goneTasks: gone.get(step.instance.key) ?? [] }));
}

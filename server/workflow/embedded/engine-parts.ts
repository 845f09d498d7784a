import type { Transaction } from '../../platform/transaction.js';
import type { Projector, Variables } from '../process-engine.js';
import type { Models } from './models.js';
import type { Command, Key, Parent } from './state.js';
import type { InstanceRow } from './store/instance.store.js';

export interface EngineParts {
  readonly models: Models;
  readonly projector: Projector;
  /** Called after a commit that left work for programs. */
  readonly onWork: () => void;
  /** Where instances begin that a signal or a time starts: `elsewhere` while new ones run on a cluster. */
  readonly starts: 'here' | 'elsewhere';
}

export interface Start {
  readonly definitionKey: Key;
  readonly processId: string;
  /** Start event with a trigger; null for the start without one. */
  readonly startId: string | null;
  readonly businessKey: string | null;
  /** Correlation key of the message that starts it. */
  readonly startKey: string | null;
  readonly variables: Variables;
  /** Who calls it, and the top of that tree of calls. */
  readonly called?: { readonly parent: Parent; readonly topKey: Key };
}

/** What one instance can do to others: given to those parts of a command that follow from it. */
export interface Commands {
  execute(
    tx: Transaction,
    parts: EngineParts,
    instance: InstanceRow,
    command: Command,
  ): Promise<'done' | 'gone' | 'blocked'>;
  startInstance(tx: Transaction, parts: EngineParts, start: Start): Promise<Key>;
}

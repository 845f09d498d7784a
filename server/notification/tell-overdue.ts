import type { ActRunner } from '../platform/act-runner.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { insertOverdue } from './notification.store.js';

export interface TellOverdueParts {
  readonly database: Database;
  readonly runner: ActRunner;
}

/** Tells everybody of their Aufgaben whose Frist has passed. Doing it again tells nothing twice. */
export async function tellOverdue({ database, runner }: TellOverdueParts): Promise<void> {
  for (const mandantId of await listMandanten(database)) {
    await runner.transaction({ mandantId, actor: { kind: 'system', name: 'notification' } }, async (tx) => {
      for (const personId of await insertOverdue(tx)) tx.changed('notification', personId);
      return {};
    });
  }
}

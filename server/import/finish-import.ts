import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { lockRun, saveFinished } from './import.store.js';

export interface FinishImportInput {
  readonly runId: Id;
  readonly vorgaenge: number;
  readonly dokumente: number;
  readonly refused: number;
}

/** Writes down that a run is through, and what has become of it. */
export const finishImport = systemAct('import.finishImport', async (tx, input: FinishImportInput): Promise<object> => {
  const { runId, ...counts } = input;
  if (!(await lockRun(tx, runId))) throw new Error(`There is no run ${runId}`);
  await saveFinished(tx, runId, tx.clock.now());
  tx.correlationId = runId;
  tx.protokoll({ objectKind: 'import', objectId: runId, payload: counts });
  return {};
});

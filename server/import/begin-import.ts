import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { findRun, insertRun, type ImportMode } from './import.store.js';

export interface BeginImportInput {
  /** Absent: a new one. Whoever may be repeated gives the id that it gave before. */
  readonly id?: Id;
  readonly manifestHash: string;
  readonly sourceName: string;
  readonly mode: ImportMode;
  readonly lines: number;
  readonly refused: number;
}

/** Begins a run, or goes on with the one that this manifest has begun. How it treats broken lines does not change. */
export const beginImport = systemAct(
  'import.beginImport',
  async (tx, input: BeginImportInput): Promise<{ runId: Id; state: 'new' | 'goesOn' | 'finished' } | Rejection> => {
    const { id = newId() } = input;
    if ((await insertRun(tx, { ...input, id, mandantId: tx.mandantId, at: tx.clock.now() })) === 'new') {
      tx.correlationId = id;
      tx.protokoll({ objectKind: 'import', objectId: id, payload: { ...input } });
      return { runId: id, state: 'new' };
    }
    const known = await findRun(tx, input.manifestHash);
    if (!known) throw new Error('A run that could not be inserted is not there either');
    if (known.mode !== input.mode) return reject('import.otherMode', { mode: known.mode });
    return { runId: known.id, state: known.finishedAt ? 'finished' : 'goesOn' };
  },
);

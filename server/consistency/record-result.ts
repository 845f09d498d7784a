import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';

export interface ConsistencyResult {
  readonly depth: 'sample' | 'all';
  readonly referenced: number;
  readonly objectFaults: number;
  readonly rowFaults: number;
  readonly protokoll: 'proved' | 'broken';
}

/** Keeps what a check has found for one Mandant: proof that somebody has looked, and what the health page tells. */
export const recordResult = systemAct(
  'consistency.recordResult',
  async (tx, result: ConsistencyResult): Promise<{ id: string }> => {
    const id = newId();
    const { depth, referenced, objectFaults, rowFaults, protokoll } = result;
    await tx.query(
      `INSERT INTO consistency_result (id, mandant_id, at, depth, referenced, object_faults, row_faults, protokoll)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, tx.mandantId, tx.clock.now(), depth, referenced, objectFaults, rowFaults, protokoll],
    );
    tx.protokoll({ objectKind: 'consistencyResult', objectId: id, payload: { ...result } });
    return { id };
  },
);

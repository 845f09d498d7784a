import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';

export interface SearchRecord {
  readonly kind: 'akte' | 'vorgang' | 'dokument';
  readonly id: Id;
}

/** Puts records on the list of those whose words the search has to read; one row of the Protokoll for all of them. */
export const renewSearch = systemAct(
  'consistency.renewSearch',
  async (tx, { records }: { readonly records: readonly SearchRecord[] }): Promise<{ renewed: number }> => {
    await tx.query(
      `INSERT INTO search_queue (mandant_id, kind, record_id)
       SELECT $1, kind, id FROM unnest($2::text[], $3::uuid[]) AS due (kind, id)`,
      [tx.mandantId, records.map(({ kind }) => kind), records.map(({ id }) => id)],
    );
    tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { records: records.length } });
    return { renewed: records.length };
  },
);

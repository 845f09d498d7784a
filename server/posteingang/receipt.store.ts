import type { ReceiptState } from '../contract/eingang-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Receipt } from './receipt.js';

/** What is shown of the receipt of an Eingang `e`; NULL where nobody waits for one. */
export const RECEIPT = `(SELECT jsonb_build_object('version', r.version, 'state', r.state, 'address', r.address, 'note', r.note)
   FROM eingang_receipt r WHERE r.eingang_id = e.id)`;

/** From now on somebody waits for a receipt of this Eingang. */
export async function insertReceipt(
  queries: Queries,
  mandantId: Id,
  eingangId: Id,
  address: string,
  at: Date,
): Promise<void> {
  await queries.query(
    `INSERT INTO eingang_receipt (eingang_id, mandant_id, address, state, at) VALUES ($1, $2, $3, 'open', $4)`,
    [eingangId, mandantId, address, at],
  );
}

/** The receipt of an Eingang, locked until the end of the transaction. */
export async function lockReceipt(queries: Queries, eingangId: Id): Promise<Receipt | null> {
  const [row] = await queries.query<Receipt>(
    `SELECT r.eingang_id AS "eingangId", r.state, r.address, r.version, e.state AS "eingangState",
            e.vorgang_id AS "vorgangId", v.aktenzeichen, v.state AS "vorgangState",
            coalesce((SELECT d.betreff FROM dokument d WHERE d.eingang_id = e.id AND d.parent_id IS NULL ORDER BY d.nummer LIMIT 1),
                     nullif(e.examination ->> 'title', ''), e.file_name) AS betreff
       FROM eingang_receipt r JOIN eingang e ON e.id = r.eingang_id LEFT JOIN vorgang v ON v.id = e.vorgang_id
      WHERE r.eingang_id = $1 FOR NO KEY UPDATE OF r`,
    [eingangId],
  );
  return row ?? null;
}

/** @returns the version from now on */
export async function saveReceipt(
  queries: Queries,
  eingangId: Id,
  state: ReceiptState,
  note: string | null,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang_receipt SET state = $2, note = $3, version = version + 1 WHERE eingang_id = $1 RETURNING version`,
    [eingangId, state, note],
  );
  if (!row) throw new Error('A locked receipt is not there any more');
  return row.version;
}

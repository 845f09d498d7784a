import type { EingangKind } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { senderKey } from './duplicates.js';
import type { ProposedFiling } from './judge-filing.js';

/** How an Eingang was filed, beside what had been proposed. */
export interface FiledEingang {
  readonly eingangId: Id;
  readonly akteId: Id;
  readonly at: Date;
  readonly kind: EingangKind;
  readonly sender: string;
  readonly address: string;
  readonly proposed: ProposedFiling;
  readonly taken: number | null;
}

/** Keeps it for later proposals and for the figures about them. */
export async function saveFiling(queries: Queries, mandantId: Id, filed: FiledEingang): Promise<void> {
  await queries.query(
    `INSERT INTO eingang_filing (eingang_id, mandant_id, at, einheit_id, kind, sender, sender_key, address, proposed, taken)
     SELECT $1, $2, $3, a.aktenplaneinheit_id, $5, $6, $7, $8, $9, $10 FROM akte a WHERE a.id = $4`,
    [
      filed.eingangId,
      mandantId,
      filed.at,
      filed.akteId,
      filed.kind,
      filed.sender,
      senderKey(filed.sender),
      addressKey(filed.address),
      JSON.stringify(filed.proposed),
      filed.taken,
    ],
  );
}

/** A filing that was taken back is no example for the next one, and no figure counts it. */
export async function dropFiling(queries: Queries, eingangId: Id): Promise<void> {
  await queries.query(`DELETE FROM eingang_filing WHERE eingang_id = $1`, [eingangId]);
}

/** A mail address, however it is written. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

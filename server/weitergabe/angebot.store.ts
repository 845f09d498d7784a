import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { RejectionCode } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { AngebotState, WeitergabeKind } from '../contract/weitergabe-views.js';
import type { CrossingInput } from '../mandant/cross-mandant.js';
import type { Queries } from '../platform/postgres/database.js';

/** Whom it comes from, and about which Weitergabe. */
export type AboutOffer = CrossingInput & { readonly weitergabeId: Id };

/** What one Mandant tells another one about a Weitergabe, and all of it. */
export interface Offer {
  /** Of the Weitergabe: both sides know it under the same id. */
  readonly id: Id;
  readonly fromMandantId: Id;
  readonly fromName: string;
  readonly aktenzeichen: string;
  readonly kennzeichen: string;
  readonly betreff: string;
  readonly kind: WeitergabeKind;
  readonly reason: string;
  readonly stufe: Vertraulichkeitsstufe;
  readonly dokumente: number;
  readonly sha256: string;
  readonly size: number;
  readonly expiresOn: Day;
}

/** Returns whether it was new. */
export async function insertAngebot(queries: Queries, mandantId: Id, offer: Offer, at: Date): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO angebot (id, mandant_id, from_mandant_id, from_name, aktenzeichen, kennzeichen, betreff, kind, reason,
                          stufe, dokumente, sha256, size, state, offered_at, expires_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'offen', $14, $15)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[
        offer.id,
        mandantId,
        offer.fromMandantId,
        offer.fromName,
        offer.aktenzeichen,
        offer.kennzeichen,
        offer.betreff,
      ],
      ...[offer.kind, offer.reason, offer.stufe, offer.dokumente, offer.sha256, offer.size, at, offer.expiresOn],
    ],
  );
  return rows.length > 0;
}

export interface Angebot extends Omit<Offer, 'sha256' | 'size'> {
  readonly version: number;
  readonly sha256: string | null;
  readonly state: AngebotState;
  readonly einheitId: Id | null;
  readonly answeredBy: string | null;
}

const COLUMNS = `id, version, from_mandant_id AS "fromMandantId", from_name AS "fromName", aktenzeichen, kennzeichen, betreff,
  kind, reason, stufe, dokumente, sha256, state, expires_on AS "expiresOn", aktenplaneinheit_id AS "einheitId",
  answered_by AS "answeredBy"`;

export async function findAngebot(queries: Queries, id: Id): Promise<Angebot | null> {
  const [row] = await queries.query<Angebot>(`SELECT ${COLUMNS} FROM angebot WHERE id = $1`, [id]);
  return row ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockAngebot(queries: Queries, id: Id): Promise<Angebot | null> {
  const [row] = await queries.query<Angebot>(`SELECT ${COLUMNS} FROM angebot WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** Somebody has said where it is to lie; the job takes it over. */
export async function saveAccepted(queries: Queries, id: Id, einheitId: Id, at: Date, by: string): Promise<void> {
  await queries.query(
    `UPDATE angebot SET state = 'uebernahme', aktenplaneinheit_id = $2, answered_at = $3, answered_by = $4, problem = NULL,
            version = version + 1 WHERE id = $1`,
    [id, einheitId, at, by],
  );
}

/** It is an Akte of ours. */
export async function saveTaken(queries: Queries, id: Id, akteId: Id): Promise<void> {
  await queries.query(
    `UPDATE angebot SET state = 'angenommen', akte_id = $2, sha256 = NULL, version = version + 1 WHERE id = $1`,
    [id, akteId],
  );
}

/** Taking it over has not worked: it is open again, and says why. */
export async function saveDeferred(queries: Queries, id: Id, problem: RejectionCode): Promise<void> {
  await queries.query(
    `UPDATE angebot SET state = 'offen', answered_at = NULL, answered_by = NULL, problem = $2, version = version + 1
      WHERE id = $1`,
    [id, problem],
  );
}

export interface ClosedAngebot {
  readonly state: 'abgelehnt' | 'zurueckgezogen' | 'abgelaufen';
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

export async function saveClosed(queries: Queries, id: Id, { state, at, by, reason }: ClosedAngebot): Promise<void> {
  await queries.query(
    `UPDATE angebot SET state = $2, answered_at = $3, answered_by = $4, answer_reason = $5, sha256 = NULL, problem = NULL,
            version = version + 1 WHERE id = $1`,
    [id, state, at, by, reason],
  );
}

import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { DestroyedObject, DestroyedVorgang, Loeschnachweis } from './loeschnachweis.js';

type Facts = Pick<Loeschnachweis, 'mandant' | 'reason' | 'requested' | 'released' | 'vorgaenge' | 'excluded'>;

/** Everything about a Vernichtung that its proof says. */
export async function loadProofFacts(queries: Queries, vernichtungId: Id): Promise<Facts> {
  const [head] = await queries.query<{
    name: string;
    behoerdenschluessel: string;
    reason: string;
    requestedAt: Date;
    requestedBy: string;
    releasedAt: Date;
    releasedBy: string;
  }>(
    `SELECT m.name, m.behoerdenschluessel, n.reason, n.requested_at AS "requestedAt", r.name AS "requestedBy",
            n.released_at AS "releasedAt", l.name AS "releasedBy"
       FROM vernichtung n JOIN mandant m ON m.mandant_id = n.mandant_id JOIN person r ON r.id = n.requested_by
       JOIN person l ON l.id = n.released_by WHERE n.id = $1`,
    [vernichtungId],
  );
  if (!head) throw new Error('A proof of a Vernichtung that nobody released');
  const vorgaenge = await queries.query<Omit<DestroyedVorgang, 'objects'>>(
    `SELECT record_id AS id, aktenzeichen, kennzeichen, zda_date AS "zdaDate", aufbewahrungsende, dokumente
       FROM vernichtung_item WHERE vernichtung_id = $1 AND state = 'destroyed' ORDER BY aktenzeichen`,
    [vernichtungId],
  );
  const objects = await queries.query<
    Omit<DestroyedObject, 'size' | 'lockedUntil'> & { ownerId: Id; size: string; lockedUntil: Date | null }
  >(
    `SELECT record_id AS "ownerId", part_of AS id, kind, nummer, object_hash AS sha256, size, outcome,
            locked_until AS "lockedUntil"
       FROM vernichtung_object WHERE vernichtung_id = $1 ORDER BY part_of, kind, nummer`,
    [vernichtungId],
  );
  const excluded = await queries.query<Facts['excluded'][number]>(
    `SELECT aktenzeichen, exclusion_reason AS reason FROM vernichtung_item
      WHERE vernichtung_id = $1 AND state = 'excluded' ORDER BY aktenzeichen`,
    [vernichtungId],
  );
  return {
    mandant: { name: head.name, behoerdenschluessel: head.behoerdenschluessel },
    reason: head.reason,
    requested: { by: head.requestedBy, at: head.requestedAt.toISOString() },
    released: { by: head.releasedBy, at: head.releasedAt.toISOString() },
    vorgaenge: vorgaenge.map((vorgang) => ({
      ...vorgang,
      objects: objects
        .filter(({ ownerId }) => ownerId === vorgang.id)
        .map(({ ownerId: _, size, lockedUntil, ...object }) => ({
          ...object,
          size: Number(size),
          lockedUntil: lockedUntil?.toISOString() ?? null,
        })),
    })),
    excluded,
  };
}

export interface ProofFile {
  readonly form: 'pdf' | 'json';
  readonly sha256: string;
  readonly size: number;
}

export async function insertProof(
  queries: Queries,
  proof: { readonly mandantId: Id; readonly vernichtungId: Id; readonly keepUntil: Day; readonly at: Date },
  files: readonly ProofFile[],
): Promise<void> {
  for (const { form, sha256, size } of files) {
    await queries.query(
      `INSERT INTO loeschnachweis (mandant_id, vernichtung_id, form, sha256, size, keep_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [proof.mandantId, proof.vernichtungId, form, sha256, size, proof.keepUntil, proof.at],
    );
  }
}

/** One form of a proof; null where there is none (yet). */
export async function findProof(queries: Queries, vernichtungId: Id, form: string): Promise<ProofFile | null> {
  const [row] = await queries.query<{ form: 'pdf' | 'json'; sha256: string; size: string }>(
    `SELECT form, sha256, size FROM loeschnachweis WHERE vernichtung_id = $1 AND form = $2`,
    [vernichtungId, form],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}

import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { SPERREN_OF_VORGANG } from './sperre.queries.js';
import type { DestructionFacts, Vernichtung } from './vernichtung.js';

/** Locks Vorgaenge for a Vernichtung and says what decides about them, in the order of their ids. */
export async function lockForDestruction(queries: Queries, ids: readonly Id[]): Promise<DestructionFacts[]> {
  await queries.query(`SELECT id FROM vorgang WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [ids]);
  return queries.query(
    `SELECT v.id, v.aktenzeichen, v.state, v.aussonderungsart, v.aufbewahrung_jahre AS "aufbewahrungJahre",
            v.aufbewahrungsende, ${SPERREN_OF_VORGANG} AS sperren,
            ARRAY(SELECT t.id FROM vorgaenge_of('vorgang', v.id) t (id) WHERE t.id <> v.id) AS teile,
            (SELECT i.vernichtung_id FROM vernichtung_item i WHERE i.record_id = v.id AND i.state <> 'excluded') AS vernichtung
       FROM vorgang v WHERE v.id = ANY($1) ORDER BY v.id`,
    [ids],
  );
}

export interface NewVernichtung {
  readonly id: Id;
  readonly mandantId: Id;
  readonly reason: string;
  readonly at: Date;
  readonly personId: Id;
  readonly vorgangIds: readonly Id[];
}

export async function insertVernichtung(queries: Queries, vernichtung: NewVernichtung): Promise<void> {
  const { id, mandantId, reason, at, personId, vorgangIds } = vernichtung;
  await queries.query(
    `INSERT INTO vernichtung (id, mandant_id, state, reason, requested_at, requested_by)
     VALUES ($1, $2, 'requested', $3, $4, $5)`,
    [id, mandantId, reason, at, personId],
  );
  await queries.query(
    `INSERT INTO vernichtung_item (mandant_id, vernichtung_id, record_id, aktenzeichen, kennzeichen, zda_date,
                                   aufbewahrungsende, dokumente, state, at)
     SELECT $1, $2, v.id, v.aktenzeichen, e.kennzeichen, v.zda_date, v.aufbewahrungsende,
            (SELECT count(*) FROM dokument d WHERE d.vorgang_id = v.id), 'selected', $3
       FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
      WHERE v.id = ANY($4)`,
    [mandantId, id, at, vorgangIds],
  );
}

export async function lockVernichtung(queries: Queries, id: Id): Promise<Vernichtung | null> {
  const [row] = await queries.query<Vernichtung>(
    `SELECT id, state, requested_by AS "requestedBy", version FROM vernichtung WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export interface SelectedItem {
  readonly recordId: Id;
  readonly aktenzeichen: string;
}

/** The Vorgaenge that are still to be destroyed, Teilvorgaenge before what they belong to. */
export async function selectedItems(queries: Queries, vernichtungId: Id): Promise<SelectedItem[]> {
  return queries.query(
    `SELECT record_id AS "recordId", aktenzeichen FROM vernichtung_item
      WHERE vernichtung_id = $1 AND state = 'selected'
      ORDER BY (SELECT count(*) FROM vorgaenge_of('vorgang', record_id)), record_id`,
    [vernichtungId],
  );
}

export async function excludeItems(
  queries: Queries,
  vernichtungId: Id,
  recordIds: readonly Id[],
  reason: string,
  at: Date,
): Promise<void> {
  await queries.query(
    `UPDATE vernichtung_item SET state = 'excluded', exclusion_reason = $3, at = $4
      WHERE vernichtung_id = $1 AND record_id = ANY($2) AND state = 'selected'`,
    [vernichtungId, recordIds, reason, at],
  );
}

export async function saveReleased(queries: Queries, id: Id, at: Date, personId: Id): Promise<void> {
  await queries.query(
    `UPDATE vernichtung SET state = 'released', released_at = $2, released_by = $3, version = version + 1 WHERE id = $1`,
    [id, at, personId],
  );
}

export async function saveEnded(queries: Queries, id: Id, state: 'done' | 'withdrawn', at: Date): Promise<void> {
  await queries.query(`UPDATE vernichtung SET state = $2, ended_at = $3, version = version + 1 WHERE id = $1`, [
    id,
    state,
    at,
  ]);
}

export async function touchVernichtung(queries: Queries, id: Id): Promise<void> {
  await queries.query(`UPDATE vernichtung SET version = version + 1 WHERE id = $1`, [id]);
}

/** Destroys a Vorgang with all its rows; the function asks the rules once more, whoever calls it. */
export async function destroyVorgang(queries: Queries, vorgangId: Id, today: Day): Promise<void> {
  await queries.query(`SELECT destroy_vorgang($1, $2)`, [vorgangId, today]);
}

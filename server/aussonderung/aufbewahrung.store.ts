import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { EffectiveFrist, FixedFrist, FristStatement } from './aufbewahrungsfrist.js';

/** A record that may say something about its period. */
export type FristObject = 'aktenplaneinheit' | 'akte' | 'vorgang';

export interface LockedRecord {
  /** Kennzeichen or Aktenzeichen. */
  readonly name: string;
  /** Of a Vorgang; null for what has none. */
  readonly state: 'offen' | 'zdA' | 'abgegeben' | null;
}

/** The record, locked until the end of the transaction so that nothing is closed in between; null for an unknown one. */
export async function lockRecord(queries: Queries, kind: FristObject, id: Id): Promise<LockedRecord | null> {
  const [row] = await queries.query<LockedRecord>(LOCKING[kind], [id]);
  return row ?? null;
}

const LOCKING: Readonly<Record<FristObject, string>> = {
  // The application may not change a position, so it cannot lock one; the version of the statement is enough.
  aktenplaneinheit: `SELECT kennzeichen AS name, NULL AS state FROM aktenplaneinheit WHERE id = $1`,
  akte: `SELECT aktenzeichen AS name, NULL AS state FROM akte WHERE id = $1 FOR UPDATE`,
  vorgang: `SELECT aktenzeichen AS name, state FROM vorgang WHERE id = $1 FOR UPDATE`,
};

/**
 * Ids of the Vorgaenge z. d. A. that a statement of the record concerns. The open ones are locked too: whoever closes one
 * just now either has the statement or is seen here.
 */
export async function lockClosedVorgaenge(queries: Queries, kind: 'akte' | 'vorgang', id: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id; state: string }>(
    `SELECT id, state FROM vorgang WHERE ${kind === 'akte' ? 'akte_id' : 'id'} = $1 ORDER BY id FOR UPDATE`,
    [id],
  );
  return rows.filter(({ state }) => state === 'zdA').map((row) => row.id);
}

/** Vorgaenge for which an event of the record counts, locked in the order of their ids; those with an own event are left out. */
export async function eventsBelow(
  queries: Queries,
  kind: 'akte' | 'vorgang',
  id: Id,
): Promise<{ id: Id; state: 'offen' | 'zdA' }[]> {
  return queries.query(
    kind === 'vorgang'
      ? `SELECT id, state FROM vorgang WHERE id = $1 AND state <> 'abgegeben' FOR UPDATE`
      : `SELECT v.id, v.state FROM vorgang v WHERE v.akte_id = $1 AND v.state <> 'abgegeben'
            AND NOT EXISTS (SELECT FROM aufbewahrung_event e WHERE e.object_kind = 'vorgang' AND e.object_id = v.id)
          ORDER BY v.id FOR UPDATE`,
    [id],
  );
}

export interface StatementUpdate extends FristStatement {
  readonly mandantId: Id;
  readonly objectKind: FristObject;
  readonly objectId: Id;
  /** The version that the screen showed; 0 where the record said nothing yet. */
  readonly version: number;
  readonly reason: string;
  readonly shorteningReason: string | null;
  readonly at: Date;
  readonly personId: Id;
}

/** Writes what a record says of its own. False where somebody else was faster. */
export async function saveStatement(queries: Queries, update: StatementUpdate): Promise<boolean> {
  const { mandantId, objectKind, objectId, version, jahre, counting, start } = update;
  const length = typeof jahre === 'number' ? 'years' : jahre;
  const rows = await queries.query(
    `INSERT INTO aufbewahrungsfrist AS f (mandant_id, object_kind, object_id, length, jahre, counting, start, reason,
                                          shortening_reason, set_at, set_by, version)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1
      WHERE $12 = 0 OR EXISTS (SELECT FROM aufbewahrungsfrist WHERE object_kind = $2 AND object_id = $3)
     ON CONFLICT (object_kind, object_id) DO UPDATE
        SET length = excluded.length, jahre = excluded.jahre, counting = excluded.counting, start = excluded.start,
            reason = excluded.reason, shortening_reason = excluded.shortening_reason, set_at = excluded.set_at,
            set_by = excluded.set_by, version = f.version + 1
      WHERE f.version = $12
     RETURNING 1`,
    [
      mandantId,
      objectKind,
      objectId,
      length,
      typeof jahre === 'number' ? jahre : null,
      counting,
      start,
      update.reason,
      update.shorteningReason,
      update.at,
      update.personId,
      version,
    ],
  );
  return rows.length > 0;
}

export interface EventUpdate {
  readonly mandantId: Id;
  readonly objectKind: 'akte' | 'vorgang';
  readonly objectId: Id;
  readonly version: number;
  readonly day: Day;
  readonly reason: string;
  readonly at: Date;
  readonly personId: Id;
}

/** Writes down the event of a record, or another day for it. False where somebody else was faster. */
export async function saveEvent(queries: Queries, update: EventUpdate): Promise<boolean> {
  const { mandantId, objectKind, objectId, version, day, reason, at, personId } = update;
  const rows = await queries.query(
    `INSERT INTO aufbewahrung_event AS e (mandant_id, object_kind, object_id, day, reason, recorded_at, recorded_by, version)
     SELECT $1, $2, $3, $4, $5, $6, $7, 1
      WHERE $8 = 0 OR EXISTS (SELECT FROM aufbewahrung_event WHERE object_kind = $2 AND object_id = $3)
     ON CONFLICT (object_kind, object_id) DO UPDATE
        SET day = excluded.day, reason = excluded.reason, recorded_at = excluded.recorded_at,
            recorded_by = excluded.recorded_by, version = e.version + 1
      WHERE e.version = $8
     RETURNING 1`,
    [mandantId, objectKind, objectId, day, reason, at, personId, version],
  );
  return rows.length > 0;
}

export interface FixedUpdate extends FixedFrist {
  readonly id: Id;
  readonly frist: EffectiveFrist;
}

/** Fixes the periods of Vorgaenge z. d. A. anew, all in one statement. */
export async function saveFixed(queries: Queries, updates: readonly FixedUpdate[]): Promise<void> {
  await queries.query(
    `UPDATE vorgang v
        SET aufbewahrung_jahre = n.jahre, counting = n.counting, start = n.start, fristbeginn = n.beginn,
            aufbewahrungsende = n.ende, version = v.version + 1
       FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::date[], $6::date[])
              AS n (id, jahre, counting, start, beginn, ende)
      WHERE v.id = n.id`,
    [
      updates.map(({ id }) => id),
      updates.map(({ frist }) => frist.jahre),
      updates.map(({ frist }) => frist.counting),
      updates.map(({ frist }) => frist.start),
      updates.map(({ fristbeginn }) => fristbeginn),
      updates.map((update) => update.aufbewahrungsende),
    ],
  );
}

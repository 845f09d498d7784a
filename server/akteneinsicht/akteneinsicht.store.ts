import type { AkteneinsichtState } from '../contract/akteneinsicht-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { AkteneinsichtItem } from './akteneinsicht.js';

export interface NewAkteneinsicht {
  readonly id: Id;
  readonly mandantId: Id;
  readonly akteId: Id;
  readonly vorgangId: Id | null;
  readonly applicant: string;
  readonly kontaktId: Id | null;
  readonly ground: string;
  readonly items: readonly AkteneinsichtItem[];
  readonly at: Date;
  readonly by: string;
  readonly expiresOn: Day;
}

export async function insertAkteneinsicht(queries: Queries, made: NewAkteneinsicht): Promise<void> {
  await queries.query(
    `INSERT INTO akteneinsicht (id, mandant_id, akte_id, vorgang_id, applicant, kontakt_id, ground, items, dokument_ids,
                                state, created_at, created_by, expires_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'wartet', $10, $11, $12)`,
    [
      ...[made.id, made.mandantId, made.akteId, made.vorgangId, made.applicant, made.kontaktId, made.ground],
      ...[JSON.stringify(made.items), made.items.map(({ dokumentId }) => dokumentId)],
      ...[made.at, made.by, made.expiresOn],
    ],
  );
}

export interface Akteneinsicht {
  readonly id: Id;
  readonly akteId: Id;
  readonly vorgangId: Id | null;
  readonly state: AkteneinsichtState;
  readonly applicant: string;
  readonly ground: string;
  readonly items: readonly AkteneinsichtItem[];
  readonly createdAt: Date;
  readonly createdBy: string;
}

const ROW = `id, akte_id AS "akteId", vorgang_id AS "vorgangId", state, applicant, ground, items,
  created_at AS "createdAt", created_by AS "createdBy"`;

export async function findAkteneinsicht(queries: Queries, id: Id): Promise<Akteneinsicht | null> {
  const [row] = await queries.query<Akteneinsicht>(`SELECT ${ROW} FROM akteneinsicht WHERE id = $1`, [id]);
  return row ?? null;
}

/** How far the job is. false: somebody has cancelled it meanwhile. */
export async function saveProgress(queries: Queries, id: Id, done: number): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE akteneinsicht SET state = 'laeuft', done = $2 WHERE id = $1 AND state IN ('wartet', 'laeuft') RETURNING id`,
    [id, done],
  );
  return rows.length > 0;
}

export interface Package {
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly items: readonly AkteneinsichtItem[];
}

/** false: cancelled meanwhile; the bytes are left to the sweeper. */
export async function saveMade(queries: Queries, id: Id, made: Package): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE akteneinsicht SET state = 'fertig', done = jsonb_array_length(items), items = $2, sha256 = $3, size = $4, pages = $5
      WHERE id = $1 AND state IN ('wartet', 'laeuft') RETURNING id`,
    [id, JSON.stringify(made.items), made.sha256, made.size, made.pages],
  );
  return rows.length > 0;
}

/** Ends one that is not finished. false: it had ended before. */
export async function endUnfinished(
  queries: Queries,
  id: Id,
  state: 'gescheitert' | 'abgebrochen',
  problem: string | null,
): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE akteneinsicht SET state = $2, problem = $3 WHERE id = $1 AND state IN ('wartet', 'laeuft') RETURNING id`,
    [id, state, problem],
  );
  return rows.length > 0;
}

/** Lets go of the bytes of packages whose time is over; the sweeper of the storage takes them. */
export async function forgetExpired(queries: Queries, today: Day): Promise<void> {
  await queries.query(
    `UPDATE akteneinsicht SET state = 'abgebrochen', problem = 'akteneinsicht.notThere', sha256 = NULL
      WHERE mandant_id = current_mandant() AND sha256 IS NOT NULL AND expires_on < $1`,
    [today],
  );
}

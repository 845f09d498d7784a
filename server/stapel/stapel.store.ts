import type { Rejection } from '../contract/rejections.js';
import type { StapelCounts, StapelState } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { phaseOf, type Stapel } from './stapel.js';

const STAPEL = `s.id, s.person_id AS "personId", s.steps, s.source, s.state, s.total`;

export interface StapelTarget {
  readonly step: number;
  readonly targetId: Id;
  /** What is said about this one alone, beside the input of its step. */
  readonly input?: object;
}

export interface NewStapel extends Omit<Stapel, 'state' | 'total'> {
  readonly mandantId: Id;
  readonly at: Date;
  readonly targets: readonly StapelTarget[];
  /** The batch that it takes back: the word is given with that, so that it is done without being tried first. */
  readonly takesBack: Id | null;
}

/** Writes the batch with its targets in one go: 50,000 take about a second. */
export async function insertStapel(queries: Queries, stapel: NewStapel): Promise<void> {
  const { id, mandantId, targets, takesBack } = stapel;
  await queries.query(
    `INSERT INTO stapel (id, mandant_id, person_id, steps, source, state, total, created_at, takes_back, started_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $8::uuid IS NULL THEN 'pruefung' ELSE 'laufend' END, $6, $7, $8,
             CASE WHEN $8::uuid IS NOT NULL THEN $7::timestamptz END)`,
    [
      id,
      mandantId,
      stapel.personId,
      JSON.stringify(stapel.steps),
      JSON.stringify(stapel.source),
      targets.length,
      stapel.at,
      takesBack,
    ],
  );
  await queries.query(
    `INSERT INTO stapel_posten (stapel_id, mandant_id, nummer, step, target_id, state, input)
     SELECT $1, $2, t.nummer, t.step, t.id, $6, t.input::jsonb
       FROM unnest($3::uuid[], $4::int[], $5::text[]) WITH ORDINALITY t (id, step, input, nummer)`,
    [
      ...[id, mandantId, targets.map(({ targetId }) => targetId), targets.map(({ step }) => step)],
      targets.map(({ input = {} }) => JSON.stringify(input)),
      takesBack === null ? 'offen' : 'bereit',
    ],
  );
}

/** The batch, locked until the end of the transaction: no target is done meanwhile. Null for an unknown or foreign one. */
export async function lockStapel(queries: Queries, id: Id): Promise<Stapel | null> {
  const [row] = await queries.query<Stapel>(`SELECT ${STAPEL} FROM stapel s WHERE s.id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

export async function countPosten(queries: Queries, stapelId: Id): Promise<StapelCounts> {
  const [row] = await queries.query<StapelCounts>(
    `SELECT count(*) FILTER (WHERE state = 'offen')::int AS offen, count(*) FILTER (WHERE state = 'bereit')::int AS bereit,
            count(*) FILTER (WHERE state = 'abgelehnt')::int AS abgelehnt,
            count(*) FILTER (WHERE state = 'erledigt')::int AS erledigt
       FROM stapel_posten WHERE stapel_id = $1`,
    [stapelId],
  );
  return row ?? { offen: 0, bereit: 0, abgelehnt: 0, erledigt: 0 };
}

/** Targets that could be done and shall not be, as the person says before the start. */
export async function saveLeftOut(
  queries: Queries,
  stapelId: Id,
  targetIds: readonly Id[],
  rejection: Rejection,
  at: Date,
): Promise<void> {
  await queries.query(
    `UPDATE stapel_posten SET state = 'abgelehnt', rejection = $3, at = $4
      WHERE stapel_id = $1 AND state = 'bereit' AND target_id = ANY($2)`,
    [stapelId, targetIds, JSON.stringify(rejection), at],
  );
}

/** What a batch has done, target by target, in that order. */
export async function doneTargets(queries: Queries, stapelId: Id): Promise<StapelTarget[]> {
  return queries.query<StapelTarget>(
    `SELECT step, target_id AS "targetId" FROM stapel_posten WHERE stapel_id = $1 AND state = 'erledigt' ORDER BY nummer`,
    [stapelId],
  );
}

/** Whether another batch takes this one back, or has done so. */
export async function isTakenBack(queries: Queries, stapelId: Id): Promise<boolean> {
  const rows = await queries.query(`SELECT 1 FROM stapel WHERE takes_back = $1`, [stapelId]);
  return rows.length > 0;
}

const TIME_OF: Readonly<Record<StapelState, string>> = {
  pruefung: 'created_at',
  geprueft: 'checked_at',
  laufend: 'started_at',
  fertig: 'ended_at',
  abgebrochen: 'ended_at',
};

export async function saveState(
  queries: Queries,
  id: Id,
  state: StapelState,
  counts: StapelCounts | null,
  at: Date,
): Promise<void> {
  await queries.query(`UPDATE stapel SET state = $2, counts = $3, ${TIME_OF[state]} = $4 WHERE id = $1`, [
    id,
    state,
    counts && JSON.stringify(counts),
    at,
  ]);
}

export interface NextPosten extends Omit<Stapel, 'state'>, StapelTarget {
  readonly state: 'pruefung' | 'laufend';
  readonly nummer: number;
  readonly input: object;
}

/**
 * The next target of a batch at work, of another batch than the last time where there is one: nobody's 50,000 make others
 * wait. `nummer` null: nothing is left in it. Null: no batch is at work.
 */
export async function nextPosten(
  queries: Queries,
  last: Id | null,
): Promise<NextPosten | { readonly id: Id; readonly nummer: null } | null> {
  const [row] = await queries.query<NextPosten>(
    `SELECT ${STAPEL}, p.nummer, p.step, p.target_id AS "targetId", p.input
       FROM stapel s LEFT JOIN LATERAL (
         SELECT nummer, step, target_id, input FROM stapel_posten
          WHERE stapel_id = s.id AND state = CASE s.state WHEN 'pruefung' THEN 'offen' ELSE 'bereit' END
          ORDER BY nummer LIMIT 1) p ON true
      WHERE s.state IN ('pruefung', 'laufend')
      ORDER BY (s.id <= $1) IS TRUE, s.id LIMIT 1`,
    [last],
  );
  return row ?? null;
}

/**
 * Takes one target, until the end of the transaction, if it still has to be tried or done. Whoever aborts the batch waits
 * for it; another server that has it already is not waited for.
 */
export async function takePosten(queries: Queries, { id, nummer, state }: NextPosten): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM stapel s JOIN stapel_posten p ON p.stapel_id = s.id AND p.nummer = $2 AND p.state = $4
      WHERE s.id = $1 AND s.state = $3 FOR SHARE OF s FOR UPDATE OF p SKIP LOCKED`,
    [id, nummer, state, phaseOf(state).from],
  );
  return rows.length > 0;
}

/** What became of a target. False where it is no longer the turn of it: another server was faster, or it was aborted. */
export async function savePosten(
  queries: Queries,
  posten: NextPosten,
  refused: Rejection | null,
  at: Date,
): Promise<boolean> {
  const { from, to } = phaseOf(posten.state);
  const rows = await queries.query(
    `UPDATE stapel_posten SET state = $4, rejection = $5, at = $6 WHERE stapel_id = $1 AND nummer = $2 AND state = $3
     RETURNING nummer`,
    [posten.id, posten.nummer, from, refused ? 'abgelehnt' : to, refused && JSON.stringify(refused), at],
  );
  return rows.length > 0;
}

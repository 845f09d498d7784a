import { reject, type Rejection } from '../contract/rejections.js';
import type {
  AufbewahrungView,
  FristEventView,
  FristStatementView,
  SperreView,
} from '../contract/aufbewahrung-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { fristOf } from './aufbewahrung.queries.js';
import { effectiveFrist, fixFrist } from './aufbewahrungsfrist.js';
import { fristState, nextStep } from './next-step.js';

interface VorgangFacts {
  readonly aktenzeichen: string;
  readonly state: 'offen' | 'zdA' | 'abgegeben';
  readonly akteId: Id;
  readonly akteAktenzeichen: string;
  readonly einheit: string;
  readonly zdaDate: Day | null;
}

/** The period of one Vorgang as `today` sees it: what holds, who says it, which Sperren keep it. */
export async function loadAufbewahrung(
  queries: Queries,
  vorgangId: Id,
  today: Day,
): Promise<AufbewahrungView | Rejection> {
  const [facts] = await queries.query<VorgangFacts>(
    `SELECT v.aktenzeichen, v.state, v.zda_date AS "zdaDate", a.id AS "akteId", a.aktenzeichen AS "akteAktenzeichen",
            e.kennzeichen || ' ' || e.titel AS einheit
       FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
      WHERE v.id = $1`,
    [vorgangId],
  );
  if (!facts) return reject('platform.notFound');
  const { plan, akte, vorgang, event, aussonderungsart } = await fristOf(queries, vorgangId);
  const holds = effectiveFrist(plan, akte, vorgang);
  const fixed = facts.zdaDate === null ? UNFIXED : fixFrist(holds, facts.zdaDate, event);
  const sperren = await loadSperren(queries, vorgangId, facts.akteId);
  const state = fristState({ zdaDate: facts.zdaDate, jahre: holds.jahre, ...fixed }, today);
  const held = sperren.some(({ lifted }) => lifted === null);
  return {
    vorgangId,
    aktenzeichen: facts.aktenzeichen,
    akteId: facts.akteId,
    akteAktenzeichen: facts.akteAktenzeichen,
    einheit: facts.einheit,
    state,
    zdaDate: facts.zdaDate,
    ...fixed,
    aussonderungsart,
    holds,
    plan,
    akte: await loadStatement(queries, 'akte', facts.akteId),
    vorgang: await loadStatement(queries, 'vorgang', vorgangId),
    akteEvent: await loadEvent(queries, 'akte', facts.akteId),
    vorgangEvent: await loadEvent(queries, 'vorgang', vorgangId),
    dokumente: await queries.query(
      `SELECT id, nummer, betreff FROM dokument WHERE vorgang_id = $1 ORDER BY nummer LIMIT 1000`,
      [vorgangId],
    ),
    sperren,
    next: nextStep({ state, aussonderungsart, held, transferred: facts.state === 'abgegeben', ...fixed }),
  };
}

const UNFIXED = { fristbeginn: null, aufbewahrungsende: null };

async function loadStatement(queries: Queries, kind: 'akte' | 'vorgang', id: Id): Promise<FristStatementView | null> {
  const [row] = await queries.query<
    Omit<FristStatementView, 'at'> & { at: Date; length: string; years: number | null }
  >(
    `SELECT f.length, f.jahre AS years, f.counting, f.start, f.reason, f.shortening_reason AS "shorteningReason",
            f.set_at AS at, p.name AS by, f.version
       FROM aufbewahrungsfrist f JOIN person p ON p.id = f.set_by WHERE f.object_kind = $1 AND f.object_id = $2`,
    [kind, id],
  );
  if (!row) return null;
  const { length, years, at, ...statement } = row;
  return { ...statement, jahre: years ?? (length === 'unlimited' ? 'unlimited' : 'inherited'), at: at.toISOString() };
}

async function loadEvent(queries: Queries, kind: 'akte' | 'vorgang', id: Id): Promise<FristEventView | null> {
  const [row] = await queries.query<Omit<FristEventView, 'at'> & { at: Date }>(
    `SELECT e.day, e.reason, e.recorded_at AS at, p.name AS by, e.version
       FROM aufbewahrung_event e JOIN person p ON p.id = e.recorded_by WHERE e.object_kind = $1 AND e.object_id = $2`,
    [kind, id],
  );
  return row ? { ...row, at: row.at.toISOString() } : null;
}

/** Every Sperre that keeps or kept the Vorgang: on its Akte, on itself, on its Dokumente. */
async function loadSperren(queries: Queries, vorgangId: Id, akteId: Id): Promise<SperreView[]> {
  const rows = await queries.query<
    Omit<SperreView, 'at' | 'lifted'> & { at: Date; liftedAt: Date | null; liftedBy: string | null; why: string | null }
  >(
    `SELECT s.id, s.object_kind AS "on", s.object_id AS "objectId", o.name, s.reason, s.set_at AS at, p.name AS by,
            s.lifted_at AS "liftedAt", l.name AS "liftedBy", s.lifting_reason AS why
       FROM (SELECT id, aktenzeichen AS name FROM akte WHERE id = $2
             UNION ALL SELECT id, aktenzeichen FROM vorgang WHERE id = $1
             UNION ALL SELECT id, betreff FROM dokument WHERE vorgang_id = $1) o
       JOIN sperre s ON s.object_id = o.id JOIN person p ON p.id = s.set_by LEFT JOIN person l ON l.id = s.lifted_by
      ORDER BY s.lifted_at IS NOT NULL, s.set_at DESC, s.id`,
    [vorgangId, akteId],
  );
  return rows.map(({ at, liftedAt, liftedBy, why, ...sperre }) => ({
    ...sperre,
    at: at.toISOString(),
    lifted: liftedAt ? { at: liftedAt.toISOString(), by: liftedBy ?? '', reason: why ?? '' } : null,
  }));
}

import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { VorgangFrist } from '../aussonderung/aufbewahrungsfrist.js';
import type { ClosedVorgang, Vorgang } from './akte.js';
import { GIVEN, type Given } from './given.queries.js';
import type { Described } from './metadata.js';

const VORGANG = `v.id, v.akte_id AS "akteId", v.aktenzeichen, v.betreff, v.state, v.laufzeit_beginn AS "laufzeitBeginn",
  v.zda_date AS "zdaDate", v.version`;

export interface Akte {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly federfuehrungId: Id;
}

/** A new Akte or Teilakte. */
export interface NewAkte extends Akte, Described {
  readonly mandantId: Id;
  readonly einheitId: Id;
  readonly openedOn: Day;
  readonly parentId: Id | null;
  readonly level: number;
}

export async function insertAkte(queries: Queries, akte: NewAkte): Promise<void> {
  await queries.query(
    `INSERT INTO akte (id, mandant_id, aktenplaneinheit_id, aktenzeichen, betreff, federfuehrung_id, opened_on,
                       laufzeit_beginn, parent_id, level, bemerkung, medium, standort)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12)`,
    [
      ...[
        akte.id,
        akte.mandantId,
        akte.einheitId,
        akte.aktenzeichen,
        akte.betreff,
        akte.federfuehrungId,
        akte.openedOn,
      ],
      ...[akte.parentId, akte.level, akte.bemerkung, akte.medium, akte.standort],
    ],
  );
}

export interface LockedAkte extends Akte {
  readonly einheitId: Id;
  readonly level: number;
  readonly version: number;
  readonly laufzeitBeginn: Day;
  readonly laufzeitEnde: Day | null;
  /** Numbers last given to a Vorgang and to a Teilakte in it. */
  readonly lastVorgang: number;
  readonly lastTeilakte: number;
}

/** The Akte, locked until the end of the transaction; null for an unknown one. */
export async function lockAkte(queries: Queries, id: Id): Promise<(LockedAkte & Described & Given) | null> {
  const [row] = await queries.query<LockedAkte & Described & Given>(
    `SELECT a.id, a.aktenzeichen, a.betreff, a.federfuehrung_id AS "federfuehrungId", a.level, a.version,
            a.aktenplaneinheit_id AS "einheitId", coalesce(a.laufzeit_beginn, a.opened_on) AS "laufzeitBeginn",
            a.laufzeit_ende AS "laufzeitEnde", a.last_vorgang AS "lastVorgang", a.last_teilakte AS "lastTeilakte",
            a.bemerkung, a.medium, a.standort, ${GIVEN}
       FROM akte a WHERE a.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Counts a part of the Akte; the lock on it makes two openings wait for each other. */
export async function countPart(queries: Queries, akteId: Id, part: 'vorgang' | 'teilakte'): Promise<void> {
  await queries.query(`UPDATE akte SET last_${part} = last_${part} + 1 WHERE id = $1`, [akteId]);
}

export interface NewVorgang extends Described {
  readonly id: Id;
  readonly mandantId: Id;
  readonly akteId: Id;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly laufzeitBeginn: Day;
  readonly parentId: Id | null;
  readonly level: number;
}

export async function insertVorgang(queries: Queries, vorgang: NewVorgang): Promise<void> {
  await queries.query(
    `INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn, parent_id, level,
                          bemerkung, medium, standort)
     VALUES ($1, $2, $3, $4, $5, 'offen', $6, $7, $8, $9, $10, $11)`,
    [
      ...[vorgang.id, vorgang.mandantId, vorgang.akteId, vorgang.aktenzeichen, vorgang.betreff, vorgang.laufzeitBeginn],
      ...[vorgang.parentId, vorgang.level, vorgang.bemerkung, vorgang.medium, vorgang.standort],
    ],
  );
}

/** The Vorgang, locked until the end of the transaction; null for an unknown or invisible one. */
export async function lockVorgang(queries: Queries, id: Id): Promise<Vorgang | null> {
  const [row] = await queries.query<Vorgang>(`SELECT ${VORGANG} FROM vorgang v WHERE v.id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

export async function findVorgang(queries: Queries, id: Id): Promise<Vorgang | null> {
  const [row] = await queries.query<Vorgang>(`SELECT ${VORGANG} FROM vorgang v WHERE v.id = $1`, [id]);
  return row ?? null;
}

export interface ClosingUpdate extends ClosedVorgang {
  readonly vorgangId: Id;
  /** What the Aktenplan says today; kept, so that a later change of it does not rewrite the past. */
  readonly rule: VorgangFrist;
  readonly personId: Id;
}

export async function saveClosed(queries: Queries, update: ClosingUpdate): Promise<void> {
  const { frist, rule } = update;
  await queries.query(
    `UPDATE vorgang SET state = 'zdA', zda_date = $2, laufzeit_ende = $3, aufbewahrungsende = $4, fristbeginn = $5,
            aufbewahrung_jahre = $6, counting = $7, start = $8, plan_jahre = $9, plan_counting = $10, plan_start = $11,
            aussonderungsart = $12, zda_by = $13, version = version + 1 WHERE id = $1`,
    [
      update.vorgangId,
      update.zdaDate,
      update.laufzeitEnde,
      update.aufbewahrungsende,
      update.fristbeginn,
      frist.jahre,
      frist.counting,
      frist.start,
      rule.plan.jahre,
      rule.plan.counting,
      rule.plan.start,
      rule.aussonderungsart,
      update.personId,
    ],
  );
}

/** The Vorgang runs again: what z. d. A. has fixed is taken off it, and stands in the Protokoll only. */
export async function saveReopened(queries: Queries, vorgangId: Id): Promise<void> {
  await queries.query(
    `UPDATE vorgang SET state = 'offen', zda_date = NULL, zda_by = NULL, laufzeit_ende = NULL, aufbewahrungsende = NULL,
            fristbeginn = NULL, aufbewahrung_jahre = NULL, counting = NULL, start = NULL, plan_jahre = NULL,
            plan_counting = NULL, plan_start = NULL, aussonderungsart = NULL, version = version + 1 WHERE id = $1`,
    [vorgangId],
  );
}

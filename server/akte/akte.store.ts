import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { VorgangFrist } from '../aussonderung/aufbewahrungsfrist.js';
import type { ClosedVorgang, Vorgang } from './akte.js';

const VORGANG = `v.id, v.akte_id AS "akteId", v.aktenzeichen, v.betreff, v.state, v.laufzeit_beginn AS "laufzeitBeginn",
  v.zda_date AS "zdaDate", v.version`;

export interface Akte {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly federfuehrungId: Id;
}

/** The next number of a position and year. The row lock makes two openings wait for each other, so none is given twice. */
export async function nextAkteNumber(queries: Queries, mandantId: Id, einheitId: Id, year: number): Promise<number> {
  const [row] = await queries.query<{ last: number }>(
    `INSERT INTO aktenzeichen_counter (mandant_id, aktenplaneinheit_id, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (aktenplaneinheit_id, year) DO UPDATE SET last = aktenzeichen_counter.last + 1 RETURNING last`,
    [mandantId, einheitId, year],
  );
  if (!row) throw new Error('The counter returned no number');
  return row.last;
}

export async function insertAkte(
  queries: Queries,
  akte: Akte & { mandantId: Id; einheitId: Id; openedOn: Day },
): Promise<void> {
  await queries.query(
    `INSERT INTO akte (id, mandant_id, aktenplaneinheit_id, aktenzeichen, betreff, federfuehrung_id, opened_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [akte.id, akte.mandantId, akte.einheitId, akte.aktenzeichen, akte.betreff, akte.federfuehrungId, akte.openedOn],
  );
}

/** The Akte and the next Vorgang number in it, locked until the end of the transaction; null for an unknown one. */
export async function lockAkteForVorgang(queries: Queries, id: Id): Promise<(Akte & { vorgangNumber: number }) | null> {
  const [row] = await queries.query<Akte & { vorgangNumber: number }>(
    `UPDATE akte SET last_vorgang = last_vorgang + 1 WHERE id = $1
     RETURNING id, aktenzeichen, betreff, federfuehrung_id AS "federfuehrungId", last_vorgang AS "vorgangNumber"`,
    [id],
  );
  return row ?? null;
}

export async function insertVorgang(
  queries: Queries,
  vorgang: Pick<Vorgang, 'id' | 'akteId' | 'aktenzeichen' | 'betreff' | 'laufzeitBeginn'> & { mandantId: Id },
): Promise<void> {
  await queries.query(
    `INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn)
     VALUES ($1, $2, $3, $4, $5, 'offen', $6)`,
    [vorgang.id, vorgang.mandantId, vorgang.akteId, vorgang.aktenzeichen, vorgang.betreff, vorgang.laufzeitBeginn],
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

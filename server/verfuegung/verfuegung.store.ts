import type { StationPlace } from '../contract/laufweg-views.js';
import type { NewPunkt } from '../contract/verfuegung-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Role } from '../contract/permissions.js';
import type { Queries } from '../platform/postgres/database.js';
import type { NumberedPunkt, Punkt } from './verfuegung.js';
import { textOf } from './words.js';

type Writing = Queries & { readonly mandantId: Id };

/** A Verfügung without its points. */
export interface Verfuegung {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly orderer: { readonly id: Id; readonly name: string };
  /** Day on which it was ordered. */
  readonly orderedOn: Day;
  readonly recalled: 'recalled' | 'inForce';
  /** What it was ordered on; null: on the Vorgang as a whole. */
  readonly dokumentId: Id | null;
  readonly version: number;
}

/** A point as it is stored. */
export interface PunktRow extends Punkt {
  readonly text: string;
  readonly personId: Id | null;
  readonly role: Role | null;
  readonly unitId: Id | null;
  readonly day: Day | null;
}

const VERFUEGUNG = `f.id, f.vorgang_id AS "vorgangId", json_build_object('id', p.id, 'name', p.name) AS orderer,
  (f.ordered_at AT TIME ZONE 'Europe/Berlin')::date AS "orderedOn",
  CASE WHEN f.recalled_at IS NULL THEN 'inForce' ELSE 'recalled' END AS recalled,
  (SELECT d.dokument_id FROM verfuegung_dokument d WHERE d.verfuegung_id = f.id) AS "dokumentId", f.version`;

/** The Verfügung, locked until the end of the transaction: all that happens to its points happens one after the other. */
export async function lockVerfuegung(queries: Queries, id: Id): Promise<Verfuegung | null> {
  const [row] = await queries.query<Verfuegung>(
    `SELECT ${VERFUEGUNG} FROM verfuegung f JOIN person p ON p.id = f.orderer_id WHERE f.id = $1 FOR NO KEY UPDATE OF f`,
    [id],
  );
  return row ?? null;
}

/** The Verfügung as it is now, without waiting for anybody. */
export async function findVerfuegung(queries: Queries, id: Id): Promise<Verfuegung | null> {
  const [row] = await queries.query<Verfuegung>(
    `SELECT ${VERFUEGUNG} FROM verfuegung f JOIN person p ON p.id = f.orderer_id WHERE f.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Its points in their order. */
export async function punktRows(queries: Queries, verfuegungId: Id): Promise<PunktRow[]> {
  return queries.query<PunktRow>(
    `SELECT id, nummer, art, text, person_id AS "personId", role, unit_id AS "unitId", day, state, aufgabe_id AS "aufgabeId"
       FROM verfuegung_punkt WHERE verfuegung_id = $1 ORDER BY nummer`,
    [verfuegungId],
  );
}

export interface NewVerfuegung {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly ordererId: Id;
  readonly at: Date;
  readonly dokument: { readonly dokumentId: Id; readonly nummer: number } | null;
}

export async function insertVerfuegung(queries: Writing, verfuegung: NewVerfuegung): Promise<void> {
  const { id, vorgangId, ordererId, at, dokument } = verfuegung;
  await queries.query(
    `INSERT INTO verfuegung (id, mandant_id, vorgang_id, orderer_id, ordered_at) VALUES ($1, $2, $3, $4, $5)`,
    [id, queries.mandantId, vorgangId, ordererId, at],
  );
  if (!dokument) return;
  await queries.query(
    `INSERT INTO verfuegung_dokument (mandant_id, verfuegung_id, vorgang_id, dokument_id, nummer) VALUES ($1, $2, $3, $4, $5)`,
    [queries.mandantId, id, vorgangId, dokument.dokumentId, dokument.nummer],
  );
}

/** A point that is about to be written. A Vermerk is done by being written. */
export interface WrittenPunkt extends NumberedPunkt {
  readonly id: Id;
}

export async function insertPunkte(
  queries: Writing,
  verfuegung: { readonly id: Id; readonly vorgangId: Id },
  punkte: readonly WrittenPunkt[],
  by: { readonly personId: Id; readonly at: Date; readonly when: 'atFirst' | 'later' },
): Promise<void> {
  const rows = punkte.map(({ id, nummer, punkt }) => ({
    ...{ id, nummer, art: punkt.art, text: textOf(punkt), ...placeOf(punkt, by.personId), day: dayOf(punkt) },
  }));
  await queries.query(
    `INSERT INTO verfuegung_punkt (id, mandant_id, verfuegung_id, vorgang_id, nummer, art, text, person_id, role, unit_id, day,
                                   state, ended_by, ended_at, added_by, added_at)
     SELECT x.id, $1, $2, $3, x.nummer, x.art, x.text, x.person_id, x.role, x.unit_id, x.day,
            CASE WHEN x.art = 'vermerk' THEN 'erledigt' ELSE 'offen' END,
            CASE WHEN x.art = 'vermerk' THEN $5::uuid END, CASE WHEN x.art = 'vermerk' THEN $6::timestamptz END,
            CASE WHEN $7 = 'later' THEN $5::uuid END, CASE WHEN $7 = 'later' THEN $6::timestamptz END
       FROM jsonb_to_recordset($4::jsonb) AS x (id uuid, nummer int, art text, text text, person_id uuid, role text,
                                                unit_id uuid, day date)`,
    [
      ...[queries.mandantId, verfuegung.id, verfuegung.vorgangId, JSON.stringify(rows)],
      ...[by.personId, by.at, by.when],
    ],
  );
}

function placeOf(punkt: NewPunkt, ordererId: Id): { person_id?: Id; role?: Role; unit_id?: Id | null } {
  const who = whoOf(punkt, ordererId);
  if (who === null) return {};
  return who.kind === 'person' ? { person_id: who.personId } : { role: who.role, unit_id: who.unitId };
}

/** Whom a point goes to; null: nobody. A Wiedervorlage without a name is for whoever orders it. */
export function whoOf(punkt: NewPunkt, ordererId: Id): StationPlace | null {
  switch (punkt.art) {
    case 'zK':
    case 'zwV':
      return punkt.who;
    case 'bR':
      return { kind: 'person', personId: punkt.personId };
    case 'wv':
      return { kind: 'person', personId: punkt.personId ?? ordererId };
    case 'vermerk':
    case 'zdA':
      return null;
  }
}

function dayOf(punkt: NewPunkt): Day | null {
  if (punkt.art === 'wv') return punkt.day;
  return punkt.art === 'zwV' ? punkt.frist : null;
}

/** The Aufgabe of a point; null: it has none any more. */
export async function savePunktAufgabe(queries: Queries, punktId: Id, aufgabeId: Id | null): Promise<void> {
  await queries.query(`UPDATE verfuegung_punkt SET aufgabe_id = $2 WHERE id = $1`, [punktId, aufgabeId]);
}

export async function saveNummer(queries: Queries, punktId: Id, nummer: number): Promise<void> {
  await queries.query(`UPDATE verfuegung_punkt SET nummer = $2 WHERE id = $1`, [punktId, nummer]);
}

/** Who has done a point, for whom, and what they wrote beside it. */
export interface PunktEnd {
  readonly by: Id;
  readonly fuer: Id | null;
  readonly at: Date;
  readonly note: string;
}

export async function saveDone(queries: Queries, punktId: Id, end: PunktEnd): Promise<void> {
  await queries.query(
    `UPDATE verfuegung_punkt SET state = 'erledigt', ended_by = $2, ended_for = $3, ended_at = $4, note = $5 WHERE id = $1`,
    [punktId, end.by, end.fuer, end.at, end.note],
  );
}

/** Strikes open points. */
export async function saveCancelled(
  queries: Queries,
  punktIds: readonly Id[],
  struck: { readonly by: Id; readonly at: Date; readonly reason: string },
): Promise<void> {
  await queries.query(
    `UPDATE verfuegung_punkt SET state = 'aufgehoben', ended_by = $2, ended_at = $3, reason = $4
      WHERE id = ANY($1) AND state = 'offen'`,
    [punktIds, struck.by, struck.at, struck.reason],
  );
}

/** Open „z. d. A.“ of a Vorgang are done by its being closed. */
export async function saveClosed(queries: Queries, vorgangId: Id, by: { personId: Id; at: Date }): Promise<void> {
  await queries.query(
    `UPDATE verfuegung_punkt SET state = 'erledigt', ended_by = $2, ended_at = $3
      WHERE vorgang_id = $1 AND art = 'zdA' AND state = 'offen'`,
    [vorgangId, by.personId, by.at],
  );
}

/** Counts a change of the Verfügung itself. @returns the new version */
export async function saveChanged(
  queries: Queries,
  id: Id,
  recalled: { readonly by: Id; readonly at: Date } | null = null,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE verfuegung SET recalled_by = coalesce($2, recalled_by), recalled_at = coalesce($3, recalled_at),
            version = version + 1 WHERE id = $1 RETURNING version`,
    [id, recalled?.by ?? null, recalled?.at ?? null],
  );
  if (!row) throw new Error('A locked Verfügung is not there');
  return row.version;
}

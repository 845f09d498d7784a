import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { instancesOfBusinessKey } from '../workflow/workflow.queries.js';
import type { DokumentPlace } from './dokument.js';
import type { PlaceFacts } from './place.js';

/** The Dokument itself and everything below it, in the order of the register. */
const FAMILY = `WITH RECURSIVE family AS (
  SELECT d.id, d.nummer, d.created_by_id FROM dokument d WHERE d.id = $1
  UNION ALL
  SELECT d.id, d.nummer, d.created_by_id FROM dokument d JOIN family f ON d.parent_id = f.id)`;

export async function loadPlaceFacts(queries: Queries, dokumentId: Id, vorgangId: Id): Promise<PlaceFacts> {
  const instances = await instancesOfBusinessKey(queries, vorgangId);
  const [row] = await queries.query<Pick<PlaceFacts, 'openAufgaben' | 'madeBy' | 'zeichnungen'>>(
    `${FAMILY}
     SELECT ARRAY(SELECT json_build_object('id', a.id, 'name', a.titel ->> 'de') FROM aufgabe a
                   WHERE a.vorgang_id = $2 AND a.state = 'offen'
                     AND (a.dokument_id IN (SELECT id FROM family)
                          OR EXISTS (SELECT FROM laufweg_station s JOIN laufweg_dokument m ON m.laufweg_id = s.laufweg_id
                                      WHERE s.aufgabe_id = a.id AND m.dokument_id IN (SELECT id FROM family)))
                   ORDER BY a.created_at) AS "openAufgaben",
            CASE WHEN EXISTS (SELECT FROM family WHERE created_by_id IS NULL) THEN 'process' ELSE 'person' END AS "madeBy",
            (SELECT count(*)::int FROM zeichnung z JOIN dokument_version s ON s.id = z.dokument_version_id
              WHERE s.dokument_id IN (SELECT id FROM family)) AS zeichnungen`,
    [dokumentId, vorgangId],
  );
  if (!row) throw new Error('The facts of a place returned no row');
  const running = instances.filter(({ status }) => status === 'active');
  return {
    ...row,
    runningProcesses: running.map(({ instanceKey, processName }) => ({ id: instanceKey, name: processName })),
  };
}

export interface Placing {
  readonly place: Exclude<DokumentPlace, 'register'>;
  readonly at: Date;
  /** null: it followed from z. d. A. */
  readonly by: Id | null;
  readonly reason: string;
}

/** Takes a Dokument and its Anlagen to another place than the register. Returns their ids. */
export async function placeOutside(queries: Queries, dokumentId: Id, placing: Placing): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `${FAMILY}
     UPDATE dokument SET place = $2, placed_at = $3, placed_by = $4, placed_reason = $5, version = version + 1
      WHERE id IN (SELECT id FROM family) AND place <> 'deleted' RETURNING id`,
    [dokumentId, placing.place, placing.at, placing.by, placing.reason],
  );
  return rows.map(({ id }) => id);
}

/** Puts a Dokument and its Anlagen back under the numbers that they had. */
export async function placeBack(queries: Queries, dokumentId: Id): Promise<void> {
  await queries.query(
    `${FAMILY}
     UPDATE dokument SET place = 'register', placed_at = NULL, placed_by = NULL, placed_reason = NULL,
            version = version + 1
      WHERE id IN (SELECT id FROM family) AND place <> 'deleted'`,
    [dokumentId],
  );
}

/**
 * Puts a Dokument and its Anlagen into another Vorgang under its next numbers, whose row must be locked. The numbers that
 * they had stay free in the other one. Returns the new number of the Dokument itself.
 */
export async function placeInto(queries: Queries, dokumentId: Id, vorgangId: Id): Promise<number> {
  const rows = await queries.query<{ id: Id; nummer: number }>(
    `${FAMILY},
     numbered AS (SELECT id, row_number() OVER (ORDER BY nummer) AS place FROM family),
     counted AS (
       UPDATE vorgang SET last_dokument = last_dokument + (SELECT count(*) FROM family)
        WHERE id = $2 RETURNING last_dokument - (SELECT count(*) FROM family) AS before)
     UPDATE dokument d
        SET vorgang_id = $2, nummer = c.before + n.place, place = 'register', placed_at = NULL, placed_by = NULL,
            placed_reason = NULL, version = version + 1
       FROM numbered n, counted c WHERE d.id = n.id RETURNING d.id, d.nummer`,
    [dokumentId, vorgangId],
  );
  const moved = rows.find(({ id }) => id === dokumentId);
  if (!moved) throw new Error('A locked Dokument is not there');
  return moved.nummer;
}

export interface DeletedVersion {
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly sha256: string;
  readonly size: number;
}

/** Empties a Dokument of the bin and its Anlagen: their versions go, the rows keep their numbers. Returns what went. */
export async function deleteFamily(queries: Queries, dokumentId: Id, placing: Placing): Promise<DeletedVersion[]> {
  const ids = await placeOutside(queries, dokumentId, placing);
  await queries.query(`UPDATE dokument SET betreff = '', dokument_date = NULL, zusatz = '{}' WHERE id = ANY($1)`, [
    ids,
  ]);
  const rows = await queries.query<Omit<DeletedVersion, 'size'> & { size: string }>(
    `DELETE FROM dokument_version WHERE dokument_id = ANY($1)
     RETURNING dokument_id AS "dokumentId", nummer, sha256, size`,
    [ids],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** What lies in the bin of a Vorgang; Anlagen go with their main Dokument. */
export async function dokumenteInBin(queries: Queries, vorgangId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT d.id FROM dokument d
      WHERE d.vorgang_id = $1 AND d.place = 'bin'
        AND NOT EXISTS (SELECT FROM dokument p WHERE p.id = d.parent_id AND p.place = 'bin')
      ORDER BY d.nummer`,
    [vorgangId],
  );
  return rows.map(({ id }) => id);
}

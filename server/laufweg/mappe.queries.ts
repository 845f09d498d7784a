import type { MappeDokumentView, StationArt } from '../contract/laufweg-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Author } from './four-eyes.js';

/** A Dokument of the Umlaufmappe with what four eyes and the Schlusszeichnung ask about it. */
export interface MappeRow extends MappeDokumentView {
  /** Version that is the newest now. */
  readonly newestId: Id;
  readonly versionId: Id;
  readonly mime: string;
  readonly state: 'entwurf' | 'gueltig' | 'verworfen';
  /** Of the version that goes round, and of the newest one. */
  readonly authors: readonly Author[];
}

const COLUMNS = `d.id AS "dokumentId", d.betreff, d.state, v.nummer, v.id AS "versionId", n.id AS "newestId",
  n.nummer AS newest, n.mime,
  json_build_array(json_build_object('personId', v.created_by_id, 'name', v.created_by, 'betreff', d.betreff),
                   json_build_object('personId', n.created_by_id, 'name', n.created_by, 'betreff', d.betreff)) AS authors`;

const NEWEST = `JOIN LATERAL (SELECT * FROM dokument_version w WHERE w.dokument_id = d.id ORDER BY w.nummer DESC LIMIT 1) n ON true`;

/** The Umlaufmappe of a Laufweg, in its order. */
export async function mappeOf(queries: Queries, laufwegId: Id): Promise<MappeRow[]> {
  return queries.query<MappeRow>(
    `SELECT ${COLUMNS} FROM laufweg_dokument m JOIN dokument d ON d.id = m.dokument_id
       JOIN dokument_version v ON v.id = m.dokument_version_id ${NEWEST}
      WHERE m.laufweg_id = $1 ORDER BY m.position`,
    [laufwegId],
  );
}

/** Dokumente in the register of a Vorgang that are to go round in their newest version, in the given order. */
export async function dokumenteFor(queries: Queries, vorgangId: Id, dokumentIds: readonly Id[]): Promise<MappeRow[]> {
  return queries.query<MappeRow>(
    `SELECT ${COLUMNS} FROM unnest($2::uuid[]) WITH ORDINALITY AS x (id, place) JOIN dokument d ON d.id = x.id ${NEWEST}
       JOIN dokument_version v ON v.id = n.id
      WHERE d.vorgang_id = $1 AND d.place = 'register' ORDER BY x.place`,
    [vorgangId, dokumentIds],
  );
}

/** Who has co-signed in a Laufweg, and for whom. */
export async function cosignersOf(queries: Queries, laufwegId: Id): Promise<Id[]> {
  const rows = await queries.query<{ by: Id; fuer: Id | null }>(
    `SELECT done_by AS by, done_for AS fuer FROM laufweg_station
      WHERE laufweg_id = $1 AND art = 'mitzeichnung' AND done_by IS NOT NULL`,
    [laufwegId],
  );
  return rows.flatMap(({ by, fuer }) => (fuer === null ? [by] : [by, fuer]));
}

/** What an Aufgabe is in a Laufweg: one of its stations, or the decision of its initiator. */
export interface StationOfAufgabe {
  readonly laufwegId: Id;
  readonly stationId: Id | null;
  readonly role: StationArt | 'halt';
}

/** Null for an Aufgabe that has nothing to do with a Laufweg. */
export async function stationOfAufgabe(queries: Queries, aufgabeId: Id): Promise<StationOfAufgabe | null> {
  const [row] = await queries.query<StationOfAufgabe>(
    `SELECT laufweg_id AS "laufwegId", id AS "stationId", art AS role FROM laufweg_station WHERE aufgabe_id = $1
     UNION ALL SELECT id, NULL, 'halt' FROM laufweg WHERE aufgabe_id = $1`,
    [aufgabeId],
  );
  return row ?? null;
}

/** Laufwege of a Vorgang that have not come to an end. */
export async function runningLaufwege(queries: Queries, vorgangId: Id): Promise<{ id: Id; open: number }[]> {
  return queries.query(
    `SELECT l.id, (SELECT count(*)::int FROM laufweg_station s
                    WHERE s.laufweg_id = l.id AND s.kind = 'station' AND s.state IN ('offen', 'laeuft')) AS open
       FROM laufweg l WHERE l.vorgang_id = $1 AND l.ended_at IS NULL ORDER BY l.started_at`,
    [vorgangId],
  );
}

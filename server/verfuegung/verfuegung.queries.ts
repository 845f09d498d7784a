import type { PunktArt } from '../contract/verfuegung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Which point of which Verfügung an Aufgabe belongs to; null for most Aufgaben. */
export async function punktOfAufgabe(
  queries: Queries,
  aufgabeId: Id,
): Promise<{ readonly punktId: Id; readonly verfuegungId: Id } | null> {
  const [row] = await queries.query<{ punktId: Id; verfuegungId: Id }>(
    `SELECT id AS "punktId", verfuegung_id AS "verfuegungId" FROM verfuegung_punkt WHERE aufgabe_id = $1`,
    [aufgabeId],
  );
  return row ?? null;
}

/** A point that stands against z. d. A. */
export interface OpenPunkt {
  readonly verfuegungId: Id;
  readonly nummer: number;
  readonly art: PunktArt;
  readonly text: string;
}

/** Points of a Vorgang that somebody still has to do. „z. d. A.“ itself is done by the closing. */
export async function openPunkte(queries: Queries, vorgangId: Id): Promise<OpenPunkt[]> {
  return queries.query<OpenPunkt>(
    `SELECT p.verfuegung_id AS "verfuegungId", p.nummer, p.art, p.text
       FROM verfuegung_punkt p JOIN verfuegung f ON f.id = p.verfuegung_id
      WHERE p.vorgang_id = $1 AND p.state = 'offen' AND p.art <> 'zdA' ORDER BY f.ordered_at, f.id, p.nummer`,
    [vorgangId],
  );
}

/** Aufgaben of the open points of a Verfügung. */
export async function openAufgabenOf(queries: Queries, verfuegungId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT aufgabe_id AS id FROM verfuegung_punkt
      WHERE verfuegung_id = $1 AND state = 'offen' AND aufgabe_id IS NOT NULL`,
    [verfuegungId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Whether a point has been begun: done, handed on, or taken by one of its group. Where a person was named, that it lies with
 * them is no beginning yet.
 */
export const BEGUN = `(p.art NOT IN ('vermerk', 'zdA') AND (p.state = 'erledigt' OR (p.state = 'offen' AND
  (a.handover IS NOT NULL OR (p.role IS NOT NULL AND a.assignee_id IS NOT NULL AND a.version > 1)))))`;

/** Somebody who has begun one of the points; null for nobody. */
export async function whoHasBegun(queries: Queries, verfuegungId: Id): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    `SELECT w.name FROM verfuegung_punkt p JOIN aufgabe a ON a.id = p.aufgabe_id
       JOIN person w ON w.id = coalesce(p.ended_by, a.assignee_id)
      WHERE p.verfuegung_id = $1 AND ${BEGUN} ORDER BY p.nummer LIMIT 1`,
    [verfuegungId],
  );
  return row?.name ?? null;
}

/** Betreff of a Dokument in the register of a Vorgang that has this version; null where there is none. */
export async function orderedOn(
  queries: Queries,
  vorgangId: Id,
  { dokumentId, nummer }: { readonly dokumentId: Id; readonly nummer: number },
): Promise<string | null> {
  const [row] = await queries.query<{ betreff: string }>(
    `SELECT d.betreff FROM dokument d JOIN dokument_version s ON s.dokument_id = d.id AND s.nummer = $3
      WHERE d.id = $2 AND d.vorgang_id = $1 AND d.place = 'register'`,
    [vorgangId, dokumentId, nummer],
  );
  return row?.betreff ?? null;
}

/** What a Verfügung is about in the title of an Aufgabe: its Dokument, else the Vorgang. */
export async function subjectOf(queries: Queries, vorgangId: Id, dokumentId: Id | null): Promise<string> {
  const [row] = await queries.query<{ subject: string }>(
    `SELECT coalesce((SELECT nullif(d.betreff, '') FROM dokument d WHERE d.id = $2), v.betreff) AS subject
       FROM vorgang v WHERE v.id = $1`,
    [vorgangId, dokumentId],
  );
  return row?.subject ?? '';
}

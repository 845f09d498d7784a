import type { AufgabeRow } from '../contract/views.js';

/** Columns of a row of the list; `$1` is the acting person. Stands behind `FROM_ROW`. */
export const ROW = `a.id, a.version, a.art, a.titel, a.schritt, v.aktenzeichen, a.frist, a.created_at AS "createdAt",
  NOT EXISTS (SELECT 1 FROM aufgabe_read r WHERE r.aufgabe_id = a.id AND r.person_id = $1) AS unread,
  a.reminded_at IS NOT NULL AS reminded, a.betrag_cent AS "betragCent",
  (SELECT json_build_object('id', p.id, 'name', p.name, 'unit', u.code || ' ' || u.name)
     FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.id = a.assignee_id) AS assignee,
  (SELECT count(*)::int FROM dokument d WHERE d.vorgang_id = a.vorgang_id AND d.place = 'register') AS attachments,
  CASE WHEN w.day IS NOT NULL THEN json_build_object('day', w.day, 'art', w.art, 'note', w.note) END AS wiedervorlage`;

/** An Aufgabe with its Vorgang, and what the acting person has put aside. */
export const FROM_ROW = `aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
  LEFT JOIN wiedervorlage w ON w.aufgabe_id = a.id AND w.person_id = $1`;

/** A row as the database says it. */
export type SqlRow = Omit<AufgabeRow, 'createdAt' | 'betragCent' | 'vertretungFuer'> & {
  createdAt: Date;
  betragCent: string | null;
  vertretungFuer?: AufgabeRow['vertretungFuer'];
};

/** A row as the page reads it, and nothing of what was asked for beside it. */
export function toRow(row: SqlRow): AufgabeRow {
  const { id, version, art, titel, schritt, aktenzeichen, frist, unread, reminded, assignee, attachments } = row;
  return {
    ...{ id, version, art, titel, schritt, aktenzeichen, frist, unread, reminded, assignee, attachments },
    wiedervorlage: row.wiedervorlage,
    vertretungFuer: row.vertretungFuer ?? null,
    createdAt: row.createdAt.toISOString(),
    betragCent: row.betragCent === null ? null : Number(row.betragCent),
  };
}

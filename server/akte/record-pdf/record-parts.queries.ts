import type { AnyRecord } from '../../contract/akte-views.js';
import type { Day, Id } from '../../contract/views.js';
import type { Queries } from '../../platform/postgres/database.js';

/** A Dokument as it goes into the PDF: its newest version, and the PDF that stands for it where there is one. */
export interface RecordPart {
  readonly vorgangId: Id;
  readonly aktenzeichen: string;
  readonly vorgangBetreff: string;
  readonly nummer: number;
  readonly date: Day | null;
  readonly betreff: string;
  readonly fileName: string;
  readonly mime: string;
  readonly sha256: string;
  readonly size: string;
  readonly rendition: {
    readonly state: string;
    readonly reason: string | null;
    readonly sha256: string | null;
    readonly size: number | null;
  } | null;
}

/** Every Dokument in the registers of a record, as far as whoever asks may see it, in the order of Aktenzeichen and number. */
export async function partsOfRecord(queries: Queries, { kind, id }: AnyRecord): Promise<RecordPart[]> {
  return queries.query<RecordPart>(
    `SELECT v.id AS "vorgangId", v.aktenzeichen, v.betreff AS "vorgangBetreff", d.nummer, d.dokument_date AS date, d.betreff,
            s.file_name AS "fileName", s.mime, s.sha256, s.size,
            (SELECT json_build_object('state', r.state, 'reason', r.reason, 'sha256', r.sha256, 'size', r.size)
               FROM dokument_rendition r
              WHERE r.dokument_id = d.id AND r.nummer = s.nummer AND r.kind = 'pdfa') AS rendition
       FROM vorgaenge_of($1, $2) AS wanted (id)
       JOIN vorgang v ON v.id = wanted.id
       JOIN dokument d ON d.vorgang_id = v.id AND d.place = 'register'
       JOIN LATERAL (SELECT * FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer DESC LIMIT 1) s ON true
      ORDER BY v.aktenzeichen, v.id, d.nummer`,
    [kind, id],
  );
}

/** Aktenzeichen and Betreff of a record; null for one that is unknown or invisible. */
export async function nameOfRecord(
  queries: Queries,
  { kind, id }: AnyRecord,
): Promise<{ aktenzeichen: string; betreff: string } | null> {
  const table = kind === 'akte' ? 'akte' : 'vorgang';
  const [row] = await queries.query<{ aktenzeichen: string; betreff: string }>(
    `SELECT aktenzeichen, betreff FROM ${table} WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

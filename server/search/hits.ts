import type { SearchHit } from '../contract/search-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Candidate } from './candidates.js';
import { marked, places, type Fits } from './highlight.js';

interface HitRow extends Omit<SearchHit, 'betreff' | 'places' | 'day'> {
  readonly betreff: string;
  readonly content: string | null;
}

const HITS = `
  SELECT 'akte' AS kind, a.id, a.id AS "akteId", NULL::uuid AS "vorgangId", a.aktenzeichen, NULL::integer AS nummer,
         a.betreff, a.betreff AS "akteBetreff", NULL AS state, NULL AS art, NULL AS text, NULL AS content
    FROM akte a WHERE a.id = ANY($1)
  UNION ALL
  SELECT 'vorgang', v.id, v.akte_id, v.id, v.aktenzeichen, NULL, v.betreff, a.betreff, v.state, NULL, NULL, NULL
    FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = ANY($1)
  UNION ALL
  SELECT 'dokument', d.id, v.akte_id, v.id, v.aktenzeichen, d.nummer, d.betreff, a.betreff, d.state, d.art, t.state, t.content
    FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id JOIN akte a ON a.id = v.akte_id
    LEFT JOIN search_entry s ON s.id = d.id
    LEFT JOIN search_text t ON t.mandant_id = d.mandant_id AND t.object_hash = s.object_hash
   WHERE d.id = ANY($1)`;

/** The page of hits in the order of the candidates, with what fits marked. */
export async function readHits(queries: Queries, page: readonly Candidate[], fits: Fits): Promise<SearchHit[]> {
  if (page.length === 0) return [];
  const rows = await queries.query<HitRow>(HITS, [page.map(({ id }) => id)]);
  const byId = new Map<Id, HitRow>(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id, day }) => {
    const row = byId.get(id);
    return row ? [hitOf(row, day, fits)] : [];
  });
}

function hitOf({ content, betreff, ...row }: HitRow, day: Day, fits: Fits): SearchHit {
  return { ...row, day, betreff: marked(betreff, fits), places: content ? places(content, fits) : [] };
}

/** Titles of positions of the Aktenplan by Kennzeichen. */
export async function titlesOfPlan(queries: Queries, plan: readonly string[]): Promise<Map<string, string>> {
  const rows = await queries.query<{ kennzeichen: string; titel: string }>(
    `SELECT kennzeichen, titel FROM aktenplaneinheit WHERE kennzeichen = ANY($1)`,
    [plan],
  );
  return new Map(rows.map(({ kennzeichen, titel }) => [kennzeichen, titel]));
}

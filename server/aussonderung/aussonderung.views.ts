import type {
  AussonderungCandidate,
  AussonderungOverview,
  AussonderungPackage,
} from '../contract/aussonderung-views.js';
import type { Day } from '../contract/views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Queries } from '../platform/postgres/database.js';
import { aussonderungObstacles, isDue, type RetentionFacts } from './retention.js';
import { SPERREN_OF_VORGANG } from './sperre.queries.js';

// A screen of people. The list of an authority with more than this is worked off from the front, oldest end first.
const LIMIT = 500;

type CandidateRow = Omit<AussonderungCandidate, 'obstacles' | 'laufzeit' | 'size' | 'aussonderungsart'> &
  RetentionFacts & { beginn: Day; ende: Day; size: string; inVernichtung: boolean };

/** What is due on `today`, what waits, and what was handed over so far. */
export async function loadAussonderungen(queries: Queries, today: Day): Promise<AussonderungOverview> {
  const closed = (await queries.query<CandidateRow>(CANDIDATES, [LIMIT])).map((row) => toCandidate(row, today));
  return {
    today,
    due: closed.filter(({ aufbewahrungsende }) => isDue(aufbewahrungsende, today)),
    waiting: closed.filter(({ aufbewahrungsende }) => !isDue(aufbewahrungsende, today)),
    packages: await loadPackages(queries),
  };
}

function toCandidate(row: CandidateRow, today: Day): AussonderungCandidate {
  const { vorgangId, aktenzeichen, betreff, aktenplaneinheit, zdaDate, aufbewahrungJahre, dokumente } = row;
  return {
    vorgangId,
    aktenzeichen,
    betreff,
    aktenplaneinheit,
    laufzeit: { beginn: row.beginn, ende: row.ende },
    zdaDate,
    aufbewahrungJahre,
    aufbewahrungsende: row.aufbewahrungsende,
    // Set with z. d. A. in one statement; should it be missing, the archive has to decide.
    aussonderungsart: row.aussonderungsart ?? 'B',
    dokumente,
    size: Number(row.size),
    obstacles: obstaclesOf(row, today).map(({ code, message }) => ({ code, ...message })),
  };
}

function obstaclesOf(row: CandidateRow, today: Day): Rejection[] {
  const { aktenzeichen, inVernichtung } = row;
  const selected = inVernichtung ? [reject('aussonderung.inVernichtung', { aktenzeichen })] : [];
  return [...aussonderungObstacles(row, today), ...selected];
}

const CANDIDATES = `
  SELECT v.id AS "vorgangId", v.state, v.aktenzeichen, v.betreff, e.kennzeichen || ' ' || e.titel AS aktenplaneinheit,
         v.laufzeit_beginn AS beginn, coalesce(v.laufzeit_ende, v.zda_date) AS ende, v.zda_date AS "zdaDate",
         v.aufbewahrung_jahre AS "aufbewahrungJahre", v.aufbewahrungsende, v.aussonderungsart,
         v.vertraulichkeitsstufe, ${SPERREN_OF_VORGANG} AS sperren, f.dokumente, f.drafts, f.size,
         EXISTS (SELECT FROM vernichtung_item i WHERE i.record_id = v.id AND i.state = 'selected') AS "inVernichtung"
    FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
   CROSS JOIN LATERAL (
     SELECT count(DISTINCT d.id) FILTER (WHERE d.state <> 'verworfen')::int AS dokumente,
            coalesce(sum(s.size), 0) AS size,
            coalesce(array_agg(DISTINCT d.betreff) FILTER (WHERE d.state = 'entwurf'), '{}') AS drafts
       FROM dokument d LEFT JOIN dokument_version s ON s.dokument_id = d.id
      WHERE d.vorgang_id = v.id AND d.place = 'register') f
   WHERE v.state = 'zdA' ORDER BY v.aufbewahrungsende NULLS LAST, v.aktenzeichen LIMIT $1`;

async function loadPackages(queries: Queries): Promise<AussonderungPackage[]> {
  const rows = await queries.query<Omit<AussonderungPackage, 'createdAt' | 'url'> & { createdAt: Date; size: string }>(
    `SELECT x.id, x.file_name AS "fileName", x.created_at AS "createdAt", p.name AS "createdBy", x.size, x.sha512,
            ARRAY(SELECT v.aktenzeichen FROM aussonderung_vorgang y JOIN vorgang v ON v.id = y.vorgang_id
                   WHERE y.aussonderung_id = x.id ORDER BY v.aktenzeichen) AS vorgaenge
       FROM aussonderung x JOIN person p ON p.id = x.created_by ORDER BY x.created_at DESC, x.id LIMIT $1`,
    [LIMIT],
  );
  return rows.map((row) => ({
    ...row,
    size: Number(row.size),
    createdAt: row.createdAt.toISOString(),
    url: `/api/aussonderungen/${row.id}/paket`,
  }));
}

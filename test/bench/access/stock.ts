import type { ActBench } from '../../support/act-bench.js';
import { connected } from '../../support/replay.js';

/** How much there is. Every second rule names a unit, a role or a person; the others are the house's. */
export interface StockSize {
  readonly akten: number;
  readonly rules: number;
  readonly protectedAkten: number;
}

/** Positions below the demo's plan: ten branches of ten of ten. */
const POSITIONS = `
  WITH RECURSIVE made AS (
    SELECT gen_random_uuid() AS id, NULL::uuid AS parent_id, (70 + n)::text AS kennzeichen, 1 AS depth
      FROM generate_series(1, 10) n
    UNION ALL
    SELECT gen_random_uuid(), m.id, m.kennzeichen || '.' || lpad(n::text, 2, '0'), m.depth + 1
      FROM made m CROSS JOIN generate_series(1, 10) n WHERE m.depth < 3)
  INSERT INTO aktenplaneinheit (id, mandant_id, parent_id, kennzeichen, titel, aufbewahrung_jahre, aussonderungsart,
                                begins_on)
  SELECT id, $1, parent_id, kennzeichen, 'Position ' || kennzeichen, 10, 'V', '2000-01-01' FROM made`;

const AKTEN = `
  WITH leaf AS (
    SELECT id, kennzeichen, row_number() OVER (ORDER BY kennzeichen) - 1 AS nr, count(*) OVER () AS leaves
      FROM aktenplaneinheit WHERE mandant_id = $1 AND kennzeichen ~ '^[78]\\d\\.\\d\\d\\.\\d\\d$')
  INSERT INTO akte (id, mandant_id, aktenplaneinheit_id, aktenzeichen, betreff, federfuehrung_id, opened_on)
  SELECT gen_random_uuid(), $1, leaf.id, leaf.kennzeichen || '-' || lpad(n::text, 6, '0') || '/2026', 'Akte ' || n,
         (SELECT id FROM unit WHERE mandant_id = $1 LIMIT 1), '2026-01-01'
    FROM generate_series(1, $2) n JOIN leaf ON leaf.nr = n % leaf.leaves`;

const VORGAENGE = `
  INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn)
  SELECT gen_random_uuid(), $1, id, aktenzeichen || '/01', betreff, 'offen', '2026-01-01' FROM akte WHERE mandant_id = $1`;

const DOKUMENTE = `
  INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, betreff, art, state, created_at, created_by)
  SELECT gen_random_uuid(), $1, v.id, n, 'Dokument ' || n, 'eingang', 'gueltig', '2026-01-01', 'bench'
    FROM vorgang v CROSS JOIN generate_series(1, 2) n WHERE v.mandant_id = $1`;

const RULES = `
  WITH place AS (
    SELECT id, row_number() OVER (ORDER BY md5(kennzeichen)) AS nr FROM aktenplaneinheit
     WHERE mandant_id = $1 AND kennzeichen ~ '^[78]')
  INSERT INTO access_rule (id, mandant_id, aktenplaneinheit_id, subject, unit_id, role, person_id, level, granted_by,
                           granted_at)
  SELECT gen_random_uuid(), $1, id, subject, CASE WHEN subject = 'unit' THEN unit_id END,
         CASE WHEN subject = 'role' THEN (ARRAY['leitung', 'kasse', 'sachbearbeitung'])[1 + nr % 3] END,
         CASE WHEN subject = 'person' THEN person_id END, 1 + nr % 3, 'bench', '2026-01-01'
    FROM place
   CROSS JOIN LATERAL (SELECT (ARRAY['house', 'unit', 'house', 'role', 'house', 'person'])[1 + nr % 6] AS subject) s
   CROSS JOIN LATERAL (SELECT id AS unit_id FROM unit WHERE mandant_id = $1 ORDER BY md5(id::text || nr) LIMIT 1) u
   CROSS JOIN LATERAL (SELECT id AS person_id FROM person WHERE mandant_id = $1 ORDER BY md5(id::text || nr) LIMIT 1) p
   WHERE nr <= $2`;

const PROTECTED = `
  UPDATE akte SET protected = true WHERE id IN (
    SELECT id FROM akte WHERE mandant_id = $1 ORDER BY md5(aktenzeichen) LIMIT $2)`;

/** Fills the Mandant of the bench, and lets PostgreSQL look at its tables as it does by itself within a minute. */
export async function fillStock({ sql, mandantId, urls }: ActBench, size: StockSize): Promise<void> {
  await sql(POSITIONS, [mandantId]);
  await sql(AKTEN, [mandantId, size.akten]);
  await sql(VORGAENGE, [mandantId]);
  await sql(DOKUMENTE, [mandantId]);
  await sql(RULES, [mandantId, size.rules]);
  await sql(PROTECTED, [mandantId, size.protectedAkten]);
  await connected(urls.administratorUrl, (client) => client.query('VACUUM ANALYZE'));
}

import pg from 'pg';
import { contents, seededRandom, titles, type Phrase } from './invented-words.js';

/** How many records there shall be; a larger stock contains the smaller one of the same seed. */
export interface Stock {
  readonly akten: number;
  /** Dokumente whose content is searchable, besides their titles. */
  readonly texts: number;
}

const POSITIONS = 1_000;
const VORGAENGE_PER_AKTE = 1.5;
const DOKUMENTE_PER_AKTE = 5;
/** Of a million Akten, 200,000 Dokumente have a text: every twenty-fifth. */
export const TEXTS_PER_AKTE = 0.2;
const EVERY = DOKUMENTE_PER_AKTE / TEXTS_PER_AKTE;
const TITLES = 5_000;
const CONTENTS = 500;
const SEED = 4_711;

/** Ids of records by their running number, the same in every run: `akte_id(1)`, … */
const ID_FUNCTIONS = `
  CREATE FUNCTION pg_temp.akte_id(i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('akte ' || i)::uuid;
  CREATE FUNCTION pg_temp.vorgang_id(i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('vorgang ' || i)::uuid;
  CREATE FUNCTION pg_temp.dokument_id(i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('dokument ' || i)::uuid;
  CREATE FUNCTION pg_temp.einheit_id(i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('einheit ' || i)::uuid;`;

/**
 * Adds records until the stock is there, straight into the tables with the triggers off: a million Akten by acts would
 * take days, and what is measured is what a person then asks.
 *
 * @param whole the largest stock of the run: it spans ten years, and the first tenth of it was there in the first of them
 */
export async function seedRecords(administratorUrl: string, from: Stock, to: Stock, whole: Stock): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'`);
    await client.query(ID_FUNCTIONS);
    const random = seededRandom(SEED);
    await keepPhrases(client, 'title', titles(TITLES, random));
    await keepPhrases(client, 'content', contents(CONTENTS, random));
    if (from.akten === 0) await seedPlan(client);
    for (const step of STEPS) {
      await client.query(step, [from.akten, to.akten, ...(step.includes('$3') ? [whole.akten] : [])]);
    }
    await client.query(TEXTS, [from.texts, to.texts]);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** The titles that records of the stock have. */
export function seededTitles(): string[] {
  return titles(TITLES, seededRandom(SEED)).map(({ text }) => text);
}

async function keepPhrases(client: pg.Client, name: string, phrases: readonly Phrase[]): Promise<void> {
  await client.query(`CREATE TEMP TABLE ${name} (nr integer PRIMARY KEY, text text, vector tsvector)`);
  await client.query(
    `INSERT INTO ${name} SELECT ordinality - 1, text, vector::tsvector
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS p (text, vector)`,
    [phrases.map(({ text }) => text), phrases.map(({ vector }) => vector)],
  );
  await client.query(
    `INSERT INTO search_word (mandant_id, word) SELECT mandant_id, w FROM mandant, unnest($1::text[]) w
     ON CONFLICT DO NOTHING`,
    [[...new Set(phrases.flatMap(({ words }) => words))].filter((word) => !/\d/.test(word))],
  );
}

/** Ten positions, ten below each, ten below those: what a district has, in numbers that no demo has. */
async function seedPlan(client: pg.Client): Promise<void> {
  await client.query(
    `WITH tree AS (
       SELECT i, 2 AS depth FROM generate_series(1, ${POSITIONS}) i
       UNION ALL SELECT ${POSITIONS} + i, 1 FROM generate_series(1, 100) i
       UNION ALL SELECT ${POSITIONS} + 100 + i, 0 FROM generate_series(1, 10) i),
     named AS (
       SELECT i, CASE depth WHEN 0 THEN 'M' || i - 1101
                 WHEN 1 THEN 'M' || (i - 1001) / 10 || '.' || (i - 1001) % 10
                 ELSE 'M' || (i - 1) / 100 || '.' || (i - 1) / 10 % 10 || '.' || (i - 1) % 10 END AS kennzeichen,
              CASE depth WHEN 2 THEN pg_temp.einheit_id(${POSITIONS} + 1 + (i - 1) / 10)
                         WHEN 1 THEN pg_temp.einheit_id(${POSITIONS} + 101 + (i - 1001) / 10) END AS parent
         FROM tree),
     added AS (
       INSERT INTO aktenplaneinheit (id, mandant_id, parent_id, kennzeichen, titel, aufbewahrung_jahre, aussonderungsart, begins_on)
       SELECT pg_temp.einheit_id(i), mandant_id, parent, kennzeichen, 'Position ' || kennzeichen, 10, 'B', '1900-01-01'
         FROM named, mandant RETURNING *)
     INSERT INTO aktenplaneinheit_version (mandant_id, einheit_id, nummer, valid_from, parent_id, titel, aufbewahrung,
                                           aufbewahrung_jahre, aussonderungsart, state, created_at, created_by)
     SELECT mandant_id, id, 1, '1900-01-01', parent_id, titel, 'jahre', 10, 'B', 'offen', now(), 'bench' FROM added`,
  );
  await client.query(
    `SELECT access_class_for(mandant_id, pg_temp.einheit_id(i), NULL, 'offen')
       FROM mandant, generate_series(1, ${POSITIONS}) i`,
  );
}

/** The day on which the Akte of this number is opened. */
const dayOf = (number: string) => `date '2016-01-01' + (${number} * 3900 / $3::bigint)::integer`;

const CLASS_OF = `(SELECT c.number FROM access_class c WHERE c.aktenplaneinheit_id = pg_temp.einheit_id(k.position)
  AND c.akte_id IS NULL AND c.vertraulichkeitsstufe = 'offen')`;
const VORGANG_RANGE = `generate_series(($1 * ${VORGAENGE_PER_AKTE})::bigint + 1, ($2 * ${VORGAENGE_PER_AKTE})::bigint)`;
const DOKUMENT_RANGE = `generate_series($1::bigint * ${DOKUMENTE_PER_AKTE} + 1, $2::bigint * ${DOKUMENTE_PER_AKTE})`;

// $1: how many Akten there are, $2: how many there shall be, $3: how many there will be in the end. They come in the order of
// their days, as in every office. Akte i lies at position i % 1000; of Vorgaenge every second
// Akte has two; Dokument i lies in Vorgang i modulo the Vorgaenge of its step.
const STEPS = [
  `INSERT INTO akte (id, mandant_id, aktenplaneinheit_id, aktenzeichen, betreff, federfuehrung_id, opened_on, last_vorgang,
                     access_class)
   SELECT pg_temp.akte_id(i), m.mandant_id, pg_temp.einheit_id(k.position), e.kennzeichen || '-' || lpad(i::text, 7, '0') || '/2026',
          t.text, u.id, ${dayOf('i')}, 2, ${CLASS_OF}
     FROM generate_series($1::bigint + 1, $2::bigint) i CROSS JOIN LATERAL (SELECT 1 + i % ${POSITIONS} AS position) k
     JOIN aktenplaneinheit e ON e.id = pg_temp.einheit_id(k.position) JOIN title t ON t.nr = i % ${TITLES}
     CROSS JOIN mandant m JOIN unit u ON u.mandant_id = m.mandant_id AND u.code = '20.31'`,
  `INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn, last_dokument, access_class)
   SELECT pg_temp.vorgang_id(i), a.mandant_id, a.id, a.aktenzeichen || '/0' || (i - 1) % 3 % 2 + 1, t.text, 'offen',
          a.opened_on, 4, a.access_class
     FROM ${VORGANG_RANGE} i JOIN akte a ON a.id = pg_temp.akte_id((i - 1) / 3 * 2 + 1 + (i - 1) % 3 / 2)
     JOIN title t ON t.nr = i * 7 % ${TITLES}`,
  `INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, betreff, art, state, dokument_date, created_at, created_by,
                         access_class)
   SELECT pg_temp.dokument_id(i), v.mandant_id, v.id, CASE WHEN $1 > 0 THEN 11 ELSE 1 END + (i - 1) / ($2 * ${VORGAENGE_PER_AKTE})::bigint, t.text,
          (ARRAY['eingang', 'anlage', 'vermerk', 'ausgang'])[1 + i % 4], 'gueltig', ${dayOf(`i / ${DOKUMENTE_PER_AKTE}`)},
          now(), 'bench', v.access_class
     FROM ${DOKUMENT_RANGE} i JOIN vorgang v ON v.id = pg_temp.vorgang_id(1 + (i - 1) % ($2 * ${VORGAENGE_PER_AKTE})::bigint)
     JOIN title t ON t.nr = i * 11 % ${TITLES}`,
  `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
   SELECT md5('version ' || i)::uuid, d.mandant_id, d.id, 1, 'brief.txt', 'text/plain', encode(sha256(i::text::bytea), 'hex'),
          2400, now(), 'bench'
     FROM ${DOKUMENT_RANGE} i JOIN dokument d ON d.id = pg_temp.dokument_id(i)`,
  `INSERT INTO search_entry (id, mandant_id, kind, akte_id, access_class, reference, plan, day, words, whole)
   SELECT a.id, a.mandant_id, 'akte', a.id, a.access_class, 'm' || i, e.kennzeichen, a.opened_on, t.vector, true
     FROM generate_series($1::bigint + 1, $2::bigint) i JOIN akte a ON a.id = pg_temp.akte_id(i)
     JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id JOIN title t ON t.nr = i % ${TITLES}`,
  `INSERT INTO search_entry (id, mandant_id, kind, akte_id, vorgang_id, access_class, reference, plan, state, day, words, whole)
   SELECT v.id, v.mandant_id, 'vorgang', v.akte_id, v.id, v.access_class, 'v' || i, e.kennzeichen, v.state,
          v.laufzeit_beginn, t.vector, true
     FROM ${VORGANG_RANGE} i JOIN vorgang v ON v.id = pg_temp.vorgang_id(i) JOIN akte a ON a.id = v.akte_id
     JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id JOIN title t ON t.nr = i * 7 % ${TITLES}`,
  `INSERT INTO search_entry (id, mandant_id, kind, akte_id, vorgang_id, access_class, reference, plan, state, art, day, words,
                             whole, object_hash)
   SELECT d.id, d.mandant_id, 'dokument', v.akte_id, v.id, d.access_class, '', e.kennzeichen, d.state, d.art,
          d.dokument_date, t.vector, true, encode(sha256(i::text::bytea), 'hex')
     FROM ${DOKUMENT_RANGE} i JOIN dokument d ON d.id = pg_temp.dokument_id(i) JOIN vorgang v ON v.id = d.vorgang_id
     JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
     JOIN title t ON t.nr = i * 11 % ${TITLES}`,
];

// $1: how many Dokumente have a text, $2: how many shall have one.
const TEXTS = `
  WITH made AS (
    INSERT INTO search_text (mandant_id, object_hash, state, content)
    SELECT m.mandant_id, encode(sha256((i * ${EVERY})::text::bytea), 'hex'), 'text', c.text
      FROM generate_series($1::bigint + 1, $2::bigint) i JOIN content c ON c.nr = i % ${CONTENTS} CROSS JOIN mandant m)
  UPDATE search_entry e SET words = e.words || c.vector
    FROM generate_series($1::bigint + 1, $2::bigint) i JOIN content c ON c.nr = i % ${CONTENTS}
   WHERE e.id = pg_temp.dokument_id(i * ${EVERY})`;

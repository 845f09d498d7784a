import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** A row that names an object. */
export interface ObjectUse {
  readonly mandantId: Id;
  readonly table: string;
  readonly sha256: string;
  /** What the row says about its size; null where it says nothing. */
  readonly size: number | null;
}

/** A table whose `sha256` names objects. */
export interface ObjectTable {
  readonly table: string;
  readonly sized: boolean;
}

/** Runs one short read-only transaction of a Mandant, with the rights of the system. */
export type Read = <T extends object>(mandantId: Id, work: (queries: Queries) => Promise<T>) => Promise<T>;

export async function objectTables(read: Read, mandantId: Id): Promise<ObjectTable[]> {
  return read(mandantId, (queries) =>
    queries.query<ObjectTable>(
      `SELECT place::text AS table, EXISTS (SELECT FROM pg_attribute WHERE attrelid = place AND attname = 'size') AS sized
         FROM object_columns() AS place`,
    ),
  );
}

// 10,000 rows are 1 MB here and 20 ms there; no transaction stays open over the whole check.
const PAGE = 10_000;

/** Every object that a table of a Mandant names, in the order of the hashes; each once for each size that is claimed. */
export async function* referencesOf(
  read: Read,
  mandantId: Id,
  { table, sized }: ObjectTable,
): AsyncIterable<ObjectUse> {
  const size = sized ? 'size' : 'NULL::bigint';
  for (let [after, afterSize] = ['', -1n]; ;) {
    const rows = await read(mandantId, (queries) =>
      queries.query<{ sha256: string; size: string | null }>(
        `SELECT DISTINCT sha256, ${size} AS size FROM ${table}
          WHERE sha256 >= $1 AND (sha256 > $1 OR coalesce(${size}, 0) > $2) ORDER BY sha256, size LIMIT ${PAGE}`,
        [after, String(afterSize)],
      ),
    );
    for (const row of rows) {
      yield { mandantId, table, sha256: row.sha256, size: row.size === null ? null : Number(row.size) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [after, afterSize] = [last.sha256, BigInt(last.size ?? 0)];
  }
}

/** Whether a Mandant still refers to an object: what was destroyed during a check is not missing. */
export async function stillReferred(read: Read, { mandantId, table, sha256 }: ObjectUse): Promise<boolean> {
  const rows = await read(mandantId, (queries) =>
    queries.query(`SELECT 1 AS one FROM ${table} WHERE sha256 = $1 LIMIT 1`, [sha256]),
  );
  return rows.length > 0;
}

/** One record that an object belongs to, and how a person finds it. */
export interface Holder {
  readonly kind: string;
  readonly id: Id;
  readonly sentence: Sentence;
}

/** The first record that names the object, described as the Registratur knows it. */
export async function holderOf(read: Read, { mandantId, table, sha256 }: ObjectUse): Promise<Holder> {
  const [row] = await read(mandantId, (queries) =>
    queries.query<{ kind: string; id: Id; de: string; en: string }>(DESCRIBED[table] ?? OTHER, [
      sha256,
      ...(DESCRIBED[table] ? [] : [mandantId]),
    ]),
  );
  const named = row ?? { kind: table, id: mandantId, de: table, en: table };
  const place = DESCRIBED[table] ? { de: named.de, en: named.en } : { de: `Tabelle ${table}`, en: `table ${table}` };
  return { kind: named.kind, id: named.id, sentence: place };
}

const DESCRIBED: Readonly<Record<string, string>> = {
  dokument_version: `
    SELECT 'dokument' AS kind, d.id,
           format('Dokument „%s“, Fassung %s, %s/%s', d.betreff, v.nummer, g.aktenzeichen, d.nummer) AS de,
           format('document "%s", version %s, %s/%s', d.betreff, v.nummer, g.aktenzeichen, d.nummer) AS en
      FROM dokument_version v JOIN dokument d ON d.id = v.dokument_id JOIN vorgang g ON g.id = d.vorgang_id
     WHERE v.sha256 = $1 ORDER BY v.created_at LIMIT 1`,
  eingang: `
    SELECT 'eingang' AS kind, id, format('Eingang „%s“ vom %s', file_name, to_char(received_at, 'DD.MM.YYYY')) AS de,
           format('incoming item "%s" of %s', file_name, to_char(received_at, 'YYYY-MM-DD')) AS en
      FROM eingang WHERE sha256 = $1 ORDER BY received_at LIMIT 1`,
  eingang_part: `
    SELECT 'eingang' AS kind, e.id, format('Anlage „%s“ des Eingangs „%s“', p.name, e.file_name) AS de,
           format('attachment "%s" of the incoming item "%s"', p.name, e.file_name) AS en
      FROM eingang_part p JOIN eingang e ON e.id = p.eingang_id WHERE p.sha256 = $1 LIMIT 1`,
};
const OTHER = `SELECT 'object' AS kind, $2::uuid AS id, $1::text AS de, $1::text AS en`;

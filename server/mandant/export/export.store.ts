import type { Id } from '../../contract/views.js';
import type { Database, Queries } from '../../platform/postgres/database.js';

/** Tables that do not come along, each with its reason; everything else that carries `mandant_id` does. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'public.session': 'sign-ins of the moment: whoever held them could act as these people',
};

export interface MandantTable {
  /** With its schema. */
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Every table of a Mandant, out of the catalogue: a new one cannot be forgotten. */
export async function listMandantTables(queries: Queries): Promise<MandantTable[]> {
  return queries.query<MandantTable>(
    `SELECT n.nspname || '.' || c.relname AS table,
            (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                             ORDER BY a.attnum)
               FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'mandant_id' AND NOT a.attisdropped)
      ORDER BY 1`,
  );
}

/** One moment for everything that `work` reads: rows that come and go meanwhile do not tear the export apart. */
export function inOneMoment<T>(
  database: Pick<Database, 'transaction'>,
  mandantId: Id,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  return database.transaction(mandantId, async (queries) => {
    await queries.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return work(queries);
  });
}

// 1,000 rows of a Protokoll are about 1 MB.
const BATCH = 1_000;

/** The rows of a table as JSON, as PostgreSQL writes it: numbers with all their digits, bytes in hexadecimal. */
export async function* streamRows(queries: Queries, mandantId: Id, table: string): AsyncGenerator<string[]> {
  const [schema = '', name = ''] = table.split('.');
  const source = `"${schema}"."${name}"`;
  // The id comes from the database and is a uuid; a cursor takes no parameters.
  await queries.query(
    `DECLARE exported NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${source} t
      WHERE t.mandant_id = '${requireId(mandantId)}'`,
  );
  for (let rows = [{ row: '' }]; rows.length > 0;) {
    rows = await queries.query<{ row: string }>(`FETCH ${BATCH} FROM exported`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
  }
  await queries.query('CLOSE exported');
}

/** Hashes of all bytes that the rows of the Mandant need; those of destroyed ones are proof and need none. */
export async function* streamHashes(queries: Queries, mandantId: Id): AsyncGenerator<string[]> {
  const tables = await queries.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attname = 'sha256' AND NOT a.attisdropped
        AND c.relname NOT IN ('schema_migration', 'vernichtung_object') ORDER BY 1`,
  );
  // What is not made yet, or was let go, needs none either.
  const own = `mandant_id = '${requireId(mandantId)}' AND sha256 IS NOT NULL`;
  const each = tables.map(({ name }) => `SELECT sha256 FROM "${name}" WHERE ${own}`);
  await queries.query(`DECLARE hashes NO SCROLL CURSOR FOR ${each.join(' UNION ')}`);
  for (let rows = [{ sha256: '' }]; rows.length > 0;) {
    rows = await queries.query<{ sha256: string }>(`FETCH ${BATCH} FROM hashes`);
    if (rows.length > 0) yield rows.map(({ sha256 }) => sha256);
  }
  await queries.query('CLOSE hashes');
}

function requireId(id: Id): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('a Mandant is named by a uuid');
  return id;
}

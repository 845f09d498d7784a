import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Id } from '../../contract/views.js';
import { createStatementNames } from './statement-names.js';

/** One row as PostgreSQL returned it. int8 arrives as text (keys exceed Number), dates as `YYYY-MM-DD`. */
export type Row = Record<string, unknown>;

export interface Queries {
  /** Runs one statement with `$1…` parameters and returns its rows. */
  query<T extends object = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

export interface Database {
  /**
   * Runs `work` in one READ COMMITTED transaction that sees only the given Mandant. Commits when `work` returns,
   * rolls back when it throws. Serialization failures and deadlocks are tried again, at most three times.
   */
  transaction<T>(mandantId: Id, work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Statements without a Mandant: only the definer functions answer, every table looks empty. */
  withoutMandant: Queries;
  close(): Promise<void>;
}

// DATE as a JavaScript Date would be midnight in the machine's time zone and so sometimes the day before.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// A server whose machine dies says no goodbye, and its locks would stay for the two hours that TCP waits: the end of the
// Protokoll of a whole Mandant among them. Nothing in a transaction thinks for longer; reading a letter takes 25 s.
const ABANDONED_MILLISECONDS = 120_000;

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** Opens the application's pool. `url` must name the role `laufmappe_app`, which is bound by row-level security. */
export async function openDatabase(url: string, poolSize = 16): Promise<Database> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'laufmappe',
    migrationsRun: false,
    synchronize: false,
    poolErrorHandler: () => undefined, // an idle connection that dies is replaced; the next query reports real trouble
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: ABANDONED_MILLISECONDS,
    },
  });
  await dataSource.initialize();
  hearEarlyErrors((dataSource.driver as unknown as { master: pg.Pool }).master);
  return {
    transaction: (mandantId, work) => repeated(() => inTransaction(dataSource, mandantId, work)),
    withoutMandant: { query: (sql, parameters) => onOwnConnection(dataSource, sql, parameters) },
    close: () => dataSource.destroy(),
  };
}

/**
 * A server that ends its connections can say so in the same packet that makes a new one ready. TypeORM listens a moment
 * later, and an error that nobody hears ends the process. The connection is useless then; the first query on it says why.
 */
function hearEarlyErrors(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

async function inTransaction<T>(
  dataSource: DataSource,
  mandantId: Id,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const { runner, client } = await begin(dataSource, mandantId);
  try {
    const { queries, requireSuccess } = watched(client);
    const result = await work(queries);
    requireSuccess();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * A connection with an open transaction. One that the database has ended while it lay in the pool fails here at the
 * latest, before anything was done on it, and the next one is tried. Where there is no connection to be had, that is thrown
 * at once.
 */
async function begin(dataSource: DataSource, mandantId: Id): Promise<{ runner: QueryRunner; client: pg.ClientBase }> {
  for (let attempt = 1; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    try {
      // One message and one answer: a command of the engine has about six round trips, and each costs 0.1 to 0.3 ms.
      await client.query(`START TRANSACTION; SET LOCAL laufmappe.mandant_id = ${pg.escapeLiteral(mandantId)}`);
      return { runner, client };
    } catch (error) {
      await runner.release();
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function onOwnConnection<T extends object>(
  dataSource: DataSource,
  sql: string,
  parameters?: readonly unknown[],
): Promise<T[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await rowsOf((await runner.connect()) as pg.ClientBase, sql, parameters);
  } finally {
    await runner.release();
  }
}

/**
 * The queries of one transaction. After a failed statement COMMIT quietly rolls back; `requireSuccess` throws the first
 * error then, so that work which swallowed it does not pass for committed.
 */
function watched(client: pg.ClientBase): { queries: Queries; requireSuccess: () => void } {
  let failure: Error | undefined;
  const queries: Queries = {
    query: async (sql, parameters) => {
      try {
        return await rowsOf(client, sql, parameters);
      } catch (error) {
        failure ??= error as Error;
        throw error;
      }
    },
  };
  const requireSuccess = () => {
    if (failure) throw failure;
  };
  return { queries, requireSuccess };
}

const nameOf = createStatementNames();

async function rowsOf<T extends object>(
  client: pg.ClientBase,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query<T>({ name: nameOf(sql), text: sql, values: [...parameters] });
  return rows;
}

async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** SQLSTATE of a database error, e.g. `23505` for a unique violation; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Day, Id } from '../../contract/views.js';
import { createStatementNames } from './statement-names.js';

/** One row as PostgreSQL returned it. int8 arrives as text (keys exceed Number), dates as `YYYY-MM-DD`. */
export type Row = Record<string, unknown>;

export interface Queries {
  /** Runs one statement with `$1…` parameters and returns its rows. */
  query<T extends object = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** The person whose eyes a transaction has. */
export interface Viewer {
  readonly mandantId: Id;
  readonly personId: Id;
  /** Calendar day of the office's clock: a Vertretung and a temporary right begin and end by it. */
  readonly day: Day;
}

export interface Database {
  /**
   * Runs `work` in one READ COMMITTED transaction that sees all of the given Mandant and nothing else: for jobs, the
   * engine, the audit trail and the sign-in. Commits when `work` returns, rolls back when it throws. Serialization
   * failures and deadlocks are tried again, at most three times.
   */
  transaction<T>(mandantId: Id, work: (queries: Queries) => Promise<T>): Promise<T>;
  /** The same for a person, who sees what the rules of access let them see on that day. */
  transactionOf<T>(viewer: Viewer, work: (queries: Queries) => Promise<T>): Promise<T>;
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
      // A new connection plans every policy of every table anew (100 ms for a list): after a coffee break nobody should wait for
      // that. The default is 10 s.
      idleTimeoutMillis: 600_000,
      idle_in_transaction_session_timeout: ABANDONED_MILLISECONDS,
    },
  });
  await dataSource.initialize();
  hearEarlyErrors((dataSource.driver as unknown as { master: pg.Pool }).master);
  return {
    transaction: (mandantId, work) => repeated(() => inTransaction(dataSource, settingsOfSystem(mandantId), work)),
    transactionOf: (viewer, work) => repeated(() => inTransaction(dataSource, settingsOf(viewer), work)),
    withoutMandant: { query: (sql, parameters) => onOwnConnection(dataSource, sql, parameters) },
    close: () => dataSource.destroy(),
  };
}

// Row-level security reads them. Whoever forgets the viewer sees nothing: seeing all is a value, never the absence of one.
function settingsOfSystem(mandantId: Id): Settings {
  return { mandant_id: mandantId, viewer: 'system' };
}

function settingsOf({ mandantId, personId, day }: Viewer): Settings {
  return { mandant_id: mandantId, viewer: personId, day };
}

type Settings = Readonly<Record<string, string>>;

/**
 * A server that ends its connections can say so in the same packet that makes a new one ready. TypeORM listens a moment
 * later, and an error that nobody hears ends the process. The connection is useless then; the first query on it says why.
 */
function hearEarlyErrors(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

async function inTransaction<T>(
  dataSource: DataSource,
  settings: Settings,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const { runner, client } = await begin(dataSource, settings);
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
async function begin(
  dataSource: DataSource,
  settings: Settings,
): Promise<{ runner: QueryRunner; client: pg.ClientBase }> {
  const set = Object.entries(settings).map(
    ([name, value]) => `SET LOCAL laufmappe.${name} = ${pg.escapeLiteral(value)}`,
  );
  for (let attempt = 1; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    try {
      // One message and one answer: a command of the engine has about six round trips, and each costs 0.1 to 0.3 ms.
      // A person's rights are looked up here, once for all that the transaction asks.
      const rights = settings['viewer'] === 'system' ? [] : ['SELECT begin_access()'];
      await client.query(['START TRANSACTION', ...set, ...rights].join('; '));
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

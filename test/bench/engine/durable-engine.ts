import pg from 'pg';
import { isRejection } from '../../../server/contract/rejections.js';
import { createActRunner, type ActRunner } from '../../../server/platform/act-runner.js';
import { systemClock, type SettableClock } from '../../../server/platform/clock.js';
import { newId } from '../../../server/platform/ids.js';
import { openDatabase, type Database } from '../../../server/platform/postgres/database.js';
import { startEmbeddedPostgres } from '../../../server/platform/postgres/launcher/start-embedded-postgres.js';
import { migrate } from '../../../server/platform/postgres/migrate.js';
import type { Transaction } from '../../../server/platform/transaction.js';
import { appendProtokoll } from '../../../server/protokoll/append-protokoll.js';
import {
  createEmbeddedEngine,
  createEngineLoops,
  type EmbeddedEngine,
} from '../../../server/workflow/embedded/index.js';
import type { JobWorkers, Projector } from '../../../server/workflow/process-engine.js';
import { temporaryDataFolder } from '../../support/server-process.js';

/** The engine alone, in this process, on an embedded PostgreSQL as it is delivered: every commit is on the disk. */
export interface DurableEngine {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: SettableClock;
  readonly mandantId: string;
  readonly engine: EmbeddedEngine;
  readonly loops: ReturnType<typeof createEngineLoops>;
  /** Superuser, for what a measurement must see past row-level security. */
  readonly administratorUrl: string;
  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts one with a model in force. What the projector is told is all that the bench hears of it. */
export async function openDurableEngine(
  xml: string,
  workers: JobWorkers,
  projector: Partial<Projector> = {},
): Promise<DurableEngine> {
  const folder = await temporaryDataFolder();
  const postgres = await startEmbeddedPostgres({ dataFolder: folder.path });
  await migrate(postgres.ownerUrl);
  const database = await openDatabase(postgres.applicationUrl);
  const clock = systemClock();
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => undefined });
  const mandantId = newId();
  const context = { mandantId, actor: { kind: 'system', name: 'bench' } } as const;
  const inTransaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const result = await runner.transaction(context, async (tx) => ({ value: await work(tx) }));
    if (isRejection(result)) throw new Error(result.message.en);
    return result.value;
  };
  const engine = createEmbeddedEngine({
    projector: { ...silent, ...projector },
    workers,
    onWork: () => loops.wake(),
  });
  const loops = createEngineLoops({ database, runner, clock, engine });
  await inTransaction(async (tx) => {
    await tx.query(`INSERT INTO mandant VALUES ($1, 'Messung', 'productive', '1', now())`, [mandantId]);
    const deployed = await engine.deploy(tx, { xml });
    if (isRejection(deployed)) throw new Error(deployed.message.en);
  });
  return {
    ...{ database, runner, clock, mandantId, engine, loops, inTransaction },
    administratorUrl: postgres.administratorUrl.replace(/\/postgres$/, new URL(postgres.applicationUrl).pathname),
    close: async () => {
      await loops.stop();
      await database.close();
      await postgres.stop();
      await folder.remove();
    },
  };
}

/**
 * What PostgreSQL does by itself within a minute of work: it learns how many rows its tables have, and plans anew what it
 * has planned for empty ones. For a measurement that is shorter than that minute.
 */
export async function analyse({ administratorUrl }: DurableEngine): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  await client.query('ANALYZE').finally(() => client.end());
}

const nothing = () => Promise.resolve();
const silent: Projector = {
  taskCreated: nothing,
  taskGone: nothing,
  instanceEnded: nothing,
  incidentRaised: nothing,
};

import pg from 'pg';
import { isRejection } from '../../../server/contract/rejections.js';
import { createActRunner } from '../../../server/platform/act-runner.js';
import { systemClock } from '../../../server/platform/clock.js';
import { newId } from '../../../server/platform/ids.js';
import { openDatabase } from '../../../server/platform/postgres/database.js';
import { startEmbeddedPostgres } from '../../../server/platform/postgres/launcher/start-embedded-postgres.js';
import { migrate } from '../../../server/platform/postgres/migrate.js';
import { appendProtokoll } from '../../../server/protokoll/append-protokoll.js';
import { createEmbeddedEngine } from '../../../server/workflow/embedded/index.js';
import { ANSWER, BEGIN, killModel } from './model.js';
import type { PlannedInstance } from './plan.js';

/** The database of an authority and the people who work in it. They survive every kill. */
export interface Authority {
  databaseUrl(): string;
  administratorUrl(): string;
  /** Puts the messages of all instances into the outbox, in no particular order. */
  send(planned: readonly PlannedInstance[]): Promise<void>;
  /** Completes what lies in the inbox, as an act does: by a follow-up, each task once. */
  workOffInbox(): Promise<void>;
  /** How much is not at its end. */
  open(): Promise<number>;
  killDatabase(): Promise<void>;
  /** Starts PostgreSQL again on what is left. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openAuthority(dataFolder: string): Promise<Authority> {
  const start = () => startEmbeddedPostgres({ dataFolder });
  let postgres = await start();
  await migrate(postgres.ownerUrl);
  const mandantId = newId();
  const administratorUrl = () => {
    const url = new URL(postgres.administratorUrl);
    url.pathname = new URL(postgres.applicationUrl).pathname;
    return url.href;
  };
  const sql = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: administratorUrl() });
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const enqueue = (topic: string, rows: readonly { key: string; payload: object }[]) =>
    sql(
      `INSERT INTO outbox (mandant_id, topic, key, payload, next_at)
       SELECT $1, $2, r.key, r.payload, now() FROM jsonb_to_recordset($3) AS r(key text, payload jsonb)
       ON CONFLICT DO NOTHING`,
      [mandantId, topic, JSON.stringify(rows)],
    );
  await sql(TABLES);
  await putInForce(postgres.applicationUrl, mandantId);
  return {
    databaseUrl: () => postgres.applicationUrl,
    administratorUrl,
    send: async (planned) => {
      const message = ({ name }: PlannedInstance, messageName: string, variables: object) => ({
        key: `${name} ${messageName}`,
        payload: { name: messageName, correlationKey: name, messageId: name, ttlMs: 86_400_000, variables },
      });
      const all = planned.flatMap((one) => [message(one, ANSWER, {}), message(one, BEGIN, { ...one })]);
      await enqueue('workflow.publish', all);
    },
    workOffInbox: async () => {
      const open = await sql<{ key: string }>(
        `SELECT job_key AS key FROM kill_inbox GROUP BY job_key HAVING count(*) FILTER (WHERE kind = 'gone') = 0`,
      );
      await enqueue(
        'workflow.completeTask',
        open.map(({ key }) => ({ key, payload: { jobKey: key, variables: {} } })),
      );
    },
    open: async () => {
      const [row] = await sql<{ open: number }>(
        `SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL)::int
              + (SELECT count(*) FROM engine.instance WHERE status = 'active')::int AS open`,
      );
      return row?.open ?? 0;
    },
    killDatabase: async () => {
      process.kill(postgres.processId, 'SIGKILL');
      await postgres.stop();
    },
    restart: async () => {
      postgres = await start();
    },
    close: () => postgres.stop(),
  };
}

const TABLES = `
  CREATE TABLE kill_inbox (mandant_id uuid NOT NULL, job_key bigint NOT NULL, element_id text, kind text NOT NULL);
  CALL protect_by_mandant('kill_inbox', 'SELECT, INSERT');
  CREATE TABLE kill_count (mandant_id uuid NOT NULL, instance_key bigint NOT NULL);
  CALL protect_by_mandant('kill_count', 'SELECT, INSERT')`;

async function putInForce(url: string, mandantId: string): Promise<void> {
  const database = await openDatabase(url, 2);
  const runner = createActRunner({ database, clock: systemClock(), appendProtokoll, wakeOutbox: () => undefined });
  const nothing = () => Promise.resolve();
  const projector = { taskCreated: nothing, taskGone: nothing, instanceEnded: nothing, incidentRaised: nothing };
  const engine = createEmbeddedEngine({ projector, workers: {}, onWork: () => undefined });
  const deployed = await runner.transaction({ mandantId, actor: { kind: 'system', name: 'kill' } }, async (tx) => {
    await tx.query(`INSERT INTO mandant VALUES ($1, 'Probe', 'productive', '1', now())`, [mandantId]);
    return engine.deploy(tx, { xml: killModel });
  });
  await database.close();
  if (isRejection(deployed)) throw new Error(`${deployed.message.en} ${JSON.stringify(deployed.reasons ?? [])}`);
}

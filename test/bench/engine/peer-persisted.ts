import { Engine, type BpmnEngineExecutionState } from 'bpmn-engine';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { analyse, openDurableEngine } from './durable-engine.js';
import { keepInFlight } from './in-flight.js';
import { invoice, oneTask } from './models.js';
import type { PersistedLoad } from './persisted-load.js';

const source = invoice('${environment.variables.large}');

/**
 * The same with bpmn-engine, kept as its authors describe it: after each step `getState` into a row, before the next one
 * `recover` and `resume` from it, each step in a transaction that holds the row, on the same kind of database.
 */
export async function measure({ count, inFlight }: PersistedLoad): Promise<number> {
  const bench = await openDurableEngine(oneTask, {});
  const pool = new pg.Pool({ connectionString: bench.administratorUrl, max: inFlight });
  // Idle connections end with their database, after everything is measured.
  pool.on('error', () => undefined);
  await pool.query(`CREATE TABLE peer (id serial PRIMARY KEY, state jsonb NOT NULL)`);
  const flow = keepInFlight(inFlight, async () => {
    const { state } = await step(new Engine({ name: 'peer', source }), 'execute', null);
    const begun = await pool.query<{ id: number }>(`INSERT INTO peer (state) VALUES ($1) RETURNING id`, [state]);
    await goOn(pool, begun.rows[0]?.id ?? 0);
    flow.ended();
  });
  try {
    await flow.run(Math.ceil(count / 10));
    await analyse(bench);
    return (count * 1000) / (await flow.run(count));
  } finally {
    await pool.end();
    await bench.close();
  }
}

/** Completes one task after the other until the instance has ended. */
async function goOn(pool: pg.Pool, id: number): Promise<void> {
  for (let open: 'open' | 'ended' = 'open'; open === 'open';) {
    const client = await pool.connect();
    await client.query('BEGIN');
    const { rows } = await client.query<{ state: BpmnEngineExecutionState }>(
      `SELECT state FROM peer WHERE id = $1 FOR UPDATE`,
      [id],
    );
    const stored = rows[0]?.state;
    if (!stored) throw new Error('The peer has lost an instance');
    const after = await step(new Engine().recover(stored), 'resume', 'signal');
    await client.query(`UPDATE peer SET state = $2 WHERE id = $1`, [id, after.state]);
    await client.query('COMMIT');
    client.release();
    open = after.open;
  }
}

async function step(engine: Engine, call: 'execute' | 'resume', then: 'signal' | null) {
  const listener = new EventEmitter();
  const execution =
    call === 'execute'
      ? await engine.execute({ listener, variables: { large: true } })
      : await engine.resume({ listener });
  const [waiting] = execution.getPostponed().filter(({ type }) => type === 'bpmn:UserTask');
  if (then === 'signal' && waiting) execution.signal({ id: waiting.id, executionId: waiting.executionId });
  const state = JSON.stringify(await engine.getState());
  const open = execution.getPostponed().length > 0 ? 'open' : 'ended';
  // Stopping one that has ended answers never.
  if (open === 'open') await engine.stop();
  return { state, open } as const;
}

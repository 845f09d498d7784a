import pg from 'pg';
import { chain, task } from '../../server/workflow/embedded/bpmn.testing.js';
import { eventually } from '../support/api-client.js';
import { openZeebeBench, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

const OUTAGES = 4;
const PER_OUTAGE = 5;
const CONTENT = `${task('zb.abgelegt')}<bpmn:userTask id="pruefen" /><bpmn:endEvent id="ende" />${chain('start', 'zb.abgelegt', 'pruefen', 'ende')}`;

describeWithZeebe('a database that goes away while jobs come', (address) => {
  let zeebeBench: ZeebeBench;
  beforeAll(async () => {
    zeebeBench = await openZeebeBench(address, {
      loops: 'running',
      waitMilliseconds: 1_000,
      workers: { 'zb.abgelegt': () => Promise.resolve({ variables: {} }) },
    });
  });
  afterAll(() => zeebeBench.close());

  /** Ends every connection, waits until it is gone, and takes no new one, as a restart does; then takes them again. */
  async function outage(milliseconds: number): Promise<void> {
    const url = new URL(zeebeBench.bench.urls.administratorUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1`, [name]);
      // How long it is away is what the test is about; nothing is waited for.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    } finally {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await client.end();
    }
  }
  const tasksOf = (keys: readonly string[]) =>
    [...zeebeBench.tasks.values()].filter(({ variables }) => keys.includes(String(variables['businessKey'])));

  it('gets every task in the end, each once, without a restart', async () => {
    const process = await zeebeBench.deploy(CONTENT);
    const keys: string[] = [];
    for (let round = 0; round < OUTAGES; round++) {
      for (let index = 0; index < PER_OUTAGE; index++) keys.push(await zeebeBench.begin(process));
      zeebeBench.zeebe.sender.wake();
      await outage(500 * round);
    }
    await eventually(() => {
      // What could not be kept or worked off is put off by a clock that stands still.
      zeebeBench.bench.clock.advance(6_000);
      zeebeBench.zeebe.sender.wake();
      zeebeBench.zeebe.jobs.wake();
      return Promise.resolve(tasksOf(keys).length === keys.length);
    }, 'all tasks');
    const counted = await zeebeBench.query<{ element: string; jobs: number; instances: number }>(
      `SELECT element_id AS element, count(*)::int AS jobs, count(DISTINCT instance_key)::int AS instances
         FROM engine.zeebe_job GROUP BY 1 ORDER BY 1`,
    );
    expect(counted).toEqual([
      { element: 'pruefen', jobs: keys.length, instances: keys.length },
      { element: 'zb.abgelegt', jobs: keys.length, instances: keys.length },
    ]);
    expect(await zeebeBench.incidents()).toEqual([]);
  }, 180_000);
});

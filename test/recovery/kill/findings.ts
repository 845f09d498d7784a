import pg from 'pg';
import { expectedInbox, type PlannedInstance } from './plan.js';
import type { Receiver } from './receiver.js';

/** What must hold when everything has come to its end: empty where nothing was lost and nothing happened twice. */
export async function findings(
  administratorUrl: string,
  planned: readonly PlannedInstance[],
  { effects }: Receiver,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  const found: string[] = [];
  const expectSame = (what: string, is: unknown, must: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(must))
      found.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(must)}`);
  };
  const counts = async (sql: string) =>
    Object.fromEntries(
      (await client.query<{ name: string; count: number }>(sql)).rows.map((row) => [row.name, row.count]),
    );
  const size = async (sql: string) => (await client.query(sql)).rows.length;
  try {
    const by = `GROUP BY 1 ORDER BY 1`;
    expectSame('instances', await counts(`SELECT status AS name, count(*)::int FROM engine.instance ${by}`), {
      completed: planned.length,
    });
    expectSame(
      'inbox',
      await counts(
        `SELECT c.element_id || ' ' || e.kind AS name, count(*)::int FROM kill_inbox e
         JOIN kill_inbox c ON c.job_key = e.job_key AND c.kind = 'created' ${by}`,
      ),
      sorted(expectedInbox(planned)),
    );
    for (const table of WAITS) expectSame(`rows left in ${table}`, await size(`SELECT 1 FROM ${table}`), 0);
    expectSame('follow-ups left', await size(`SELECT 1 FROM outbox WHERE done_at IS NULL`), 0);
    expectSame(
      'effects inside',
      await counts(`SELECT 'once' AS name, count(DISTINCT instance_key)::int FROM kill_count`),
      {
        once: planned.length,
      },
    );
    expectSame('effects inside, all', await size(`SELECT 1 FROM kill_count`), planned.length);
    expectSame('effects outside', [...effects.values()].sort(), planned.map(({ name }) => name).sort());
    expectSame(
      'lines of the history that stand twice',
      await size(`SELECT 1 FROM engine.event GROUP BY element_key, kind HAVING count(*) > 1`),
      0,
    );
    expectSame(
      'element instances without an end',
      await size(
        `SELECT element_key FROM engine.event WHERE kind = 'entered'
       EXCEPT SELECT element_key FROM engine.event WHERE kind = 'completed'`,
      ),
      0,
    );
    expectSame(
      'commands of no instance',
      await size(
        `SELECT 1 FROM engine.command_log c WHERE NOT EXISTS (SELECT FROM engine.instance i WHERE i.key = c.instance_key)`,
      ),
      0,
    );
  } finally {
    await client.end();
  }
  return found;
}

const WAITS = [
  'engine.job',
  'engine.timer',
  'engine.message_subscription',
  'engine.signal_subscription',
  'engine.signal_delivery',
  'engine.incident',
  'engine.large_value',
];

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => one.localeCompare(other)));
}

import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { connected } from '../../test/support/replay.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
  await connected(bench.urls.administratorUrl, async (client) => {
    // So many that each of the three ways is taken: `haus` stands in all, `amt` in 3,333, `selten` in 10, on days of 17 years;
    // `frueher` in 3,333 as well, all of them older than the newest ten years.
    await client.query(
      `INSERT INTO search_entry (id, mandant_id, kind, akte_id, access_class, reference, plan, day, words, whole)
       SELECT gen_random_uuid(), mandant_id, 'akte', gen_random_uuid(), 1, '', '10.' || i % 2, date '2009-01-01' + i * 7919 % 6200,
              (CASE WHEN i % 7000 = 1 THEN 'haus selten' WHEN i % 21 = 0 THEN 'amt haus'
                    WHEN i * 7919 % 6200 < 620 THEN 'frueher haus' ELSE 'haus' END)::tsvector, true
         FROM mandant, generate_series(1, 70000) i`,
    );
    await client.query('ANALYZE search_entry');
  });
}, 60_000);
afterAll(() => bench.close());

/** Days and ids that the search gives, and that a plain question gives. */
async function both(word: string, most: number, narrowed: { plan?: string; since?: string; until?: string } = {}) {
  const { plan = null, since = null, until = null } = narrowed;
  const rows = await bench.runner.transaction(bench.system, async (tx) => ({
    found: await tx.query(
      `SELECT c.day, c.id FROM search_candidates($1::tsquery, NULL, NULL, NULL, $2, $3, $4, $5) c ORDER BY c.day DESC, c.id`,
      [word, plan, since, until, most],
    ),
    plain: await tx.query(
      `SELECT e.day, e.id FROM search_entry e
        WHERE e.words @@ $1::tsquery AND ($2::text IS NULL OR starts_with(e.plan, $2))
          AND ($3::date IS NULL OR e.day >= $3) AND ($4::date IS NULL OR e.day <= $4) ORDER BY e.day DESC, e.id LIMIT $5`,
      [word, plan, since, until, most],
    ),
  }));
  return done(rows);
}

describe('what fits, newest first', () => {
  it.each(['nirgends', 'selten', 'amt', 'frueher', 'haus', 'amt & haus', 'amt | selten', '!haus'])(
    'F59 is the same on every way as if all were looked at: %s',
    async (word) => {
      for (const most of [1, 50, 1_001]) {
        const { found, plain } = await both(word, most);
        expect([word, most, found]).toEqual([word, most, plain]);
      }
    },
  );

  it('F59 goes on until the end where a narrower question leaves few of a frequent word', async () => {
    for (const narrowed of [
      { plan: '10.1' },
      { since: '2024-03-01', until: '2024-03-31' },
      { until: '2009-12-31' },
      { since: '2099-01-01' },
      { until: '1999-01-01' },
    ]) {
      const { found, plain } = await both('amt', 4_000, narrowed);
      expect([narrowed, found]).toEqual([narrowed, plain]);
    }
  });
});

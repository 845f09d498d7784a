import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { MOST_OPEN_FROM_OUTSIDE } from './barriere.js';
import { loadBarrieren } from './barriere.views.js';
import { tellBarriere } from './tell-barriere.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const told = { page: '/aufgaben/…', description: 'Der Fokus\nist nicht zu sehen', contact: 'ute@example.org' };
const asColleague = () => bench.runner.run(bench.as('jana.petersen'), tellBarriere, told);

describe('tellBarriere', () => {
  it('F106 keeps what was told, and puts neither text nor contact into the Protokoll', async () => {
    const { id } = done(await asColleague());
    const { items, open } = await bench.database.transaction(bench.mandantId, loadBarrieren);
    expect([items, open]).toMatchObject([[{ ...told, id, signedIn: true, closed: null }], 1]);
    const [entry] = await bench.protokoll(id);
    expect(entry).toMatchObject({ action: 'barriere.tellBarriere', payload: { page: '/aufgaben/…' } });
    expect(JSON.stringify(entry)).not.toMatch(/Fokus|ute@example/);
  });

  it('F106 refuses visitors as soon as too many of their reports wait, and still hears colleagues', async () => {
    await bench.sql(
      `INSERT INTO barriere (id, mandant_id, told_at, page, description, contact, signed_in)
       SELECT gen_random_uuid(), $1, now(), '/', 'Flut', '', false FROM generate_series(1, $2::int)`,
      [bench.mandantId, MOST_OPEN_FROM_OUTSIDE],
    );
    expect(await bench.run(tellBarriere, told)).toMatchObject({ code: 'barriere.tooManyOpen', status: 429 });
    done(await asColleague());
  });
});

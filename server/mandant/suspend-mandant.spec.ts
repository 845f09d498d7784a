import pg from 'pg';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { created, within } from '../../test/support/mandanten.js';
import { loadPerson } from '../identity/identity.queries.js';
import { newId } from '../platform/ids.js';
import { createOutbox } from '../platform/jobs/outbox.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { resumeMandant } from './resume-mandant.js';
import { suspendMandant } from './suspend-mandant.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const actor = { kind: 'system', name: 'mandanten/test' } as const;
const suspend = (mandantId: string) =>
  bench.runner.run({ mandantId, actor }, suspendMandant, { reason: 'Vertrag endet' });

describe('suspendMandant', () => {
  it('refuses a Mandant that is not there, and one that is suspended', async () => {
    expect(await suspend(newId())).toMatchObject({ code: 'platform.notFound' });
    const { mandantId } = done(await created(bench));
    done(await suspend(mandantId));
    expect(await suspend(mandantId)).toMatchObject({ code: 'mandant.suspendedAlready' });
  });

  it('ends every session of its people and lets none of them in, and nobody else notices', async () => {
    const { mandantId } = done(await created(bench));
    const [person] = await within<{ id: string }>(bench, mandantId, `SELECT id FROM person`);
    const personId = person?.id ?? '';
    const present = () => bench.database.transaction(mandantId, (queries) => loadPerson(queries, personId));
    const sid = await session(mandantId, personId);
    expect(await present()).not.toBeNull();
    done(await suspend(mandantId));
    expect(await present()).toBeNull();
    expect(await within(bench, mandantId, `SELECT 1 FROM session WHERE sid = $1`, [sid])).toEqual([]);
    const jana = bench.personId('jana.petersen');
    expect(await bench.database.transaction(bench.mandantId, (q) => loadPerson(q, jana))).not.toBeNull();
  });

  it('lets its follow-ups wait until it is resumed, and keeps it in every list of upkeep', async () => {
    const { mandantId } = done(await created(bench));
    const done_: string[] = [];
    const outbox = createOutbox({
      ...bench,
      handlers: { 'test.topic': async (tx) => void done_.push(tx.mandantId) },
      lanes: [['test.topic']],
    });
    await bench.runner.transaction({ mandantId, actor }, async (tx) => {
      await tx.enqueue('test.topic', 'once', {});
      return {};
    });
    done(await suspend(mandantId));
    await outbox.drain();
    expect(done_).toEqual([]);
    expect(await listMandanten(bench.database)).toContain(mandantId);
    done(await bench.runner.run({ mandantId, actor }, resumeMandant, {}));
    await outbox.drain();
    expect(done_).toEqual([mandantId]);
  });

  it('says in the Protokoll of the Mandant who did it, and why', async () => {
    const { mandantId } = done(await created(bench));
    done(await suspend(mandantId));
    const rows = await within(
      bench,
      mandantId,
      `SELECT k.action, k.actor, l.payload ->> 'reason' AS reason
         FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence) ORDER BY k.sequence DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ action: 'mandant.suspendMandant', actor: 'mandanten/test', reason: 'Vertrag endet' }]);
  });
});

async function session(mandantId: string, personId: string): Promise<string> {
  const sid = newId();
  const client = new pg.Client({ connectionString: bench.urls.sessionUrl });
  await client.connect();
  await client.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 day')`, [
    sid,
    JSON.stringify({ mandantId, personId }),
  ]);
  await client.end();
  return sid;
}

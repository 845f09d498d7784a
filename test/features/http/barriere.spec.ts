import type { AuthorityView, BarrierenView } from '../../../server/contract/barriere-views.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { connected } from '../../support/replay.js';

let server: BuiltServer;
/** A server for each test: what one tells too often does not count for the next. */
beforeEach(async () => {
  server = await openBuiltServer({ LAUFMAPPE_LOG: 'trace' });
}, 60_000);
afterEach(() => server.close());

const told = { page: '/anmelden', description: 'Der Fokus ist nicht zu sehen', contact: 'ute@example.org' };
const tell = (body: unknown) =>
  fetch(`${server.url}/api/barrieren`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const shown = async () => (await server.as('kim.okafor')).get<BarrierenView>('/api/barrieren');

/** Another authority in the same installation. */
async function addMandant() {
  await connected(server.urls.ownerUrl, (client) =>
    client.query(`INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at)
                  VALUES (gen_random_uuid(), 'Gemeinde Westfeld', 'productive', '99013', now())`),
  );
}

describe('the door through which everybody tells what they could not use', () => {
  it('F106 refuses foreign pages, bodies and texts that are none, too long or hidden, and pages that name a record', async () => {
    const jana = await server.as('jana.petersen');
    const akte = '/akten/0192f0c1-7a3b-7000-8000-000000000001';
    for (const [status, own, headers] of [
      [403, {}, { origin: 'https://boese.example' }],
      [400, { description: '  ' }],
      [400, { description: 'x'.repeat(4_001) }],
      [413, { description: 'x'.repeat(40_000) }],
      [400, { description: 'gut\u202etug' }],
      [400, { description: 'gut\u0000' }],
      [400, { contact: 'a@example.org\r\nBcc: b@example.org' }],
      [400, { page: akte }],
      [400, { page: 'javascript:alert(1)' }],
    ] as const) {
      const answered = await jana.request('POST', '/api/barrieren', { ...told, ...own }, headers);
      expect([own, answered.status]).toEqual([own, status]);
    }
    expect((await tell('{')).status).toBe(400);
    expect((await shown()).items).toEqual([]);
  });

  it('F106 refuses visitors where nobody can know which authority is meant, and hears whoever has signed in', async () => {
    await addMandant();
    expect(await (await tell(told)).json()).toMatchObject({ status: 403, code: 'barriere.signInFirst' });
    const unknown = (await (await fetch(`${server.url}/api/authority`)).json()) as AuthorityView;
    expect(unknown).toEqual({ authority: null });
    const jana = await server.as('jana.petersen');
    expect((await jana.request('POST', '/api/barrieren', told)).status).toBe(200);
    expect(await jana.get('/api/authority')).toMatchObject({ authority: { name: 'Musterkreis' } });
    expect((await shown()).items).toMatchObject([{ page: '/anmelden', signedIn: true }]);
  });

  it('F106 refuses the sixth of a visitor within a quarter of an hour, and says when to come again', async () => {
    for (let number = 1; number <= 5; number++) expect((await tell(told)).status).toBe(200);
    const refused = await tell(told);
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'barriere.tooMany' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await shown()).open).toBe(5);
  });

  it('F106 takes it from a visitor, sets no cookie, answers no id, and writes neither text nor contact into a log', async () => {
    const answered = await tell(told);
    expect([answered.status, await answered.json(), answered.headers.getSetCookie()]).toEqual([200, {}, []]);
    expect(await shown()).toMatchObject({ open: 1, items: [{ ...told, signedIn: false, closed: null }] });
    expect(server.output()).not.toMatch(/Fokus|ute@example/);
  });
});

import { randomBytes } from 'node:crypto';
import { done } from '../../../test/support/closed-vorgang.js';
import { createToken } from '../../identity/create-token.js';
import { newId } from '../ids.js';
import { openDoor, type Door } from './door.testing.js';
import { view } from './routes.js';

let door: Door;
beforeAll(async () => {
  // One for a system is a hundred for a person.
  door = await openDoor({
    requestsPerMinute: 1,
    routes: [view('/api/things', 'akte.read', () => Promise.resolve({}))],
  });
});
afterAll(() => door.close());

async function systemWithAccess(name: string): Promise<() => Promise<Response>> {
  const { bench } = door;
  const token = `lm_${randomBytes(32).toString('base64url')}`;
  const [unit] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ id: string }>(`SELECT id FROM unit LIMIT 1`),
  );
  const [roles, scopes] = [['sachbearbeitung'], ['akte.read']];
  const input = { name, unitId: unit?.id, roles, scopes, expiresOn: '2026-12-31', token };
  done(await bench.runner.perform(bench.as('kim.okafor'), createToken, input, newId()));
  return () => fetch(`${door.url}/api/things`, { headers: { authorization: `Bearer ${token}` } });
}

describe('limitRequests', () => {
  it('refuses a system its second request of the minute, and no other system its first', async () => {
    const [one, other] = [await systemWithAccess('Scanstraße'), await systemWithAccess('Portal')];
    expect((await one()).status).toBe(200);
    const refused = await one();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await other()).status).toBe(200);
  });

  it('refuses the request after the last allowed one, says when to come again, and counts each person alone', async () => {
    const jana = await door.signIn('jana.petersen');
    const statuses: number[] = [];
    for (let sent = 0; sent < 100; sent++) statuses.push((await jana.request('GET', '/api/things')).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await jana.request('GET', '/api/things');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({
      code: 'platform.tooMany',
      type: '/api/#platform.tooMany',
      title: 'platform.tooMany',
      detail: expect.stringContaining('Retry-After') as unknown,
      message: { de: expect.stringContaining('100') as unknown, en: expect.stringContaining('100') as unknown },
    });
    const deniz = await door.signIn('deniz.aydin');
    expect((await deniz.request('GET', '/api/things')).status).toBe(200);
  });
});

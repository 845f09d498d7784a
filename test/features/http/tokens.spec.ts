import { randomBytes } from 'node:crypto';
import { isRejection } from '../../../server/contract/rejections.js';
import type { Permission, Role } from '../../../server/contract/permissions.js';
import type { TokenList } from '../../../server/contract/token-views.js';
import type { ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { openTestOffice } from '../../support/office.js';
import { connected } from '../../support/replay.js';
import { headersFor, possibleRequests, type PossibleRequest } from '../../support/requests/requests.js';

let server: BuiltServer;
let administration: ApiClient;
let requests: PossibleRequest[];
let unitId: string;
beforeAll(async () => {
  const office = await openTestOffice();
  requests = possibleRequests(office);
  await office.close();
  server = await openBuiltServer();
  administration = await server.as('kim.okafor');
  unitId = (await administration.get<TokenList>('/api/tokens')).units.find(({ name }) => name.startsWith('10 '))!.id;
}, 60_000);
afterAll(() => server.close());

const aToken = () => `lm_${randomBytes(32).toString('base64url')}`;

/** A system with access, and what it sends with every request. */
async function system(name: string, roles: Role[], scopes: Permission[], token = aToken()): Promise<string> {
  const input = { name, unitId, roles, scopes, expiresOn: '2027-01-31', token };
  const answer = await administration.act('identity.createToken', input);
  if (isRejection(answer)) throw new Error(`${answer.message.en} ${JSON.stringify(answer.reasons)}`);
  return token;
}

function send(request: PossibleRequest, token: string, headers: Record<string, string> = {}): Promise<Response> {
  const { method, path, body } = request;
  const raw = body instanceof Uint8Array;
  return fetch(server.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && !raw ? { 'content-type': 'application/json' } : {}),
      ...headersFor(request),
      ...headers,
    },
    ...(body ? { body: raw ? Buffer.from(body).toString() : JSON.stringify(body) } : {}),
  });
}

/** Compares as a list, so that a failure names every request that is open. */
async function expectAll(expected: string, token: string, all: readonly PossibleRequest[] = requests): Promise<void> {
  const answers: string[] = [];
  for (const request of all) {
    const response = await send(request, token);
    const { code } = (await response.json()) as { code?: string };
    answers.push(`${request.name}: ${response.status} ${code} ${response.headers.get('content-type')}`);
  }
  const problem = 'application/problem+json; charset=utf-8';
  expect(answers).toEqual(all.map(({ name }) => `${name}: ${expected} ${problem}`));
}

describe('every route and every act, asked by another system', () => {
  it('F82 is closed to a token that nobody knows, and to what is no token: 401', async () => {
    for (const token of [aToken(), 'lm_', 'x'.repeat(9_000)]) {
      await expectAll('401 identity.tokenInvalid', token, token === 'lm_' ? requests.slice(0, 3) : requests.slice(-60));
    }
  }, 60_000);

  it.each(['Bearer', 'bearer  ', 'Bearer lm_ x'])('is closed to the header %j', async (authorization) => {
    const response = await fetch(`${server.url}/api/tokens`, { headers: { authorization } });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
  });

  it('leaves a scheme alone that a proxy before us may use', async () => {
    const response = await fetch(`${server.url}/api/tokens`, { headers: { authorization: 'Basic a2ltOnBhc3M=' } });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'identity.notSignedIn' }]);
    const session = await administration.request('GET', '/api/tokens', undefined, {
      authorization: 'Basic a2ltOnBhc3M=',
    });
    expect(session.status).toBe(200);
  });

  it('F82 is closed to an expired and to a revoked token: 401', async () => {
    const expired = await system('Abgelaufenes', ['sachbearbeitung'], ['akte.read']);
    await administrate(`UPDATE api_token t SET expires_on = '2026-01-31' FROM person p
                         WHERE p.id = t.person_id AND p.name = 'Abgelaufenes'`);
    await expectAll('401 identity.tokenExpired', expired);
    const revoked = await system('Widerrufenes', ['sachbearbeitung'], ['akte.read']);
    const { items } = await administration.get<TokenList>('/api/tokens');
    const { id: tokenId } = items.find(({ name }) => name === 'Widerrufenes')!;
    expect(await administration.act('identity.revokeToken', { tokenId })).toEqual({ tokenId });
    await expectAll('401 identity.tokenInvalid', revoked);
  }, 60_000);

  it('F82 is closed to a token whose scopes are too narrow, whatever its roles may: 403', async () => {
    const roles: Role[] = ['leitung', 'registratur', 'administration', 'archiv', 'poststelle'];
    const narrow = await system('Schmales', roles, ['process.read']);
    await expectAll(
      '403 identity.notPermitted',
      narrow,
      requests.filter(({ permission }) => permission !== 'process.read'),
    );
  }, 60_000);

  it('reads no cookie beside a token, and sets none', async () => {
    const token = await system('Keksloses', ['administration'], ['process.read']);
    const cookie = 'laufmappe=s%3Aanything.signature';
    const [request] = requests.filter(({ name }) => name === 'GET /api/processes');
    const response = await send(request!, token, { cookie });
    expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
    const live = await send({ ...request!, path: '/api/live' }, token);
    const session = await send({ ...request!, path: '/api/session' }, token);
    expect([live.status, session.status]).toEqual([404, 404]);
  });

  it('F82 does what its scopes allow, once per idempotency key, and stands in the Protokoll by its name', async () => {
    const token = await system(
      'Scanstraße',
      ['poststelle'],
      ['posteingang.receive', 'posteingang.read', 'posteingang.assign'],
    );
    const [upload] = requests.filter(({ name }) => name === 'POST /api/posteingang');
    const first = await send(upload!, token, { 'idempotency-key': 'scan-2026-0001' });
    const again = await send(upload!, token, { 'idempotency-key': 'scan-2026-0001' });
    const { eingangId } = (await first.json()) as { eingangId: string };
    expect([first.status, await again.json()]).toEqual([201, { eingangId, duplicate: false }]);
    const view = { ...upload!, method: 'GET', path: `/api/posteingang/${eingangId}`, body: undefined } as never;
    const read = await send(view, token);
    expect(read.headers.get('etag')).toMatch(/^"v\d+\.[\w-]{22}"$/);
    const rows = await administrate<{ name: string }>(
      `SELECT p.name FROM protokoll k JOIN person p ON p.id::text = k.actor WHERE k.object_id = $1`,
      [eingangId],
    );
    expect(rows[0]?.name).toBe('Scanstraße');
    const { items } = await administration.get<TokenList>('/api/tokens');
    expect(items.find(({ name }) => name === 'Scanstraße')?.lastUsedAt).not.toBeNull();
  });
});

async function administrate<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
  return connected(server.urls.administratorUrl, async (client) => (await client.query<T>(sql, parameters)).rows);
}

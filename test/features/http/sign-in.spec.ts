import { DEMO_PASSWORD } from '../../../server/demo/people.js';
import { signIn } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { connected } from '../../support/replay.js';

let server: BuiltServer;
beforeAll(async () => void (server = await openBuiltServer()), 60_000);
afterAll(() => server.close());

describe('guessing passwords', () => {
  // Wrong ones are counted per address: a server of its own, so that the other tests can still sign in.
  let besieged: BuiltServer;
  beforeAll(async () => void (besieged = await openBuiltServer()), 60_000);
  afterAll(() => besieged.close());

  it('is answered alike for a wrong name and a wrong password, and stopped after ten of them', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const login = attempt % 2 === 0 ? 'ines.vogt' : 'niemand';
      answers.push(await toldOf(await attemptWith({ login, password: 'falsch' }, {}, besieged)));
    }
    const wrong = '401 identity.wrongCredentials Name oder Kennwort stimmt nicht.';
    const stopped = '429 identity.tooManyAttempts Zu viele Versuche in kurzer Zeit.';
    expect(answers).toEqual([...Array<string>(10).fill(wrong), stopped, stopped]);
    // The right password does not help whoever has guessed for so long.
    expect((await attemptWith({ login: 'ines.vogt', password: DEMO_PASSWORD }, {}, besieged)).status).toBe(429);
    expect(besieged.output()).not.toContain('falsch');
  });
});

describe('the sign-in', () => {
  it.each([
    {},
    { login: 'ines.vogt' },
    { login: ['ines.vogt'], password: DEMO_PASSWORD },
    { login: 'x'.repeat(300), password: 'x' },
  ])('refuses what is no name and password: %j', async (body) => {
    const response = await attemptWith(body);
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
  });

  it('gives a cookie that no script reads and no foreign page sends', async () => {
    const response = await attemptWith({ login: 'ines.vogt', password: DEMO_PASSWORD });
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(
      cookie
        .split('; ')
        .slice(1)
        .map((part) => part.split('=')[0]),
    ).toEqual(['Path', 'Expires', 'HttpOnly', 'SameSite']);
    expect(cookie).toContain('SameSite=Strict');
    expect(await response.text()).not.toContain('argon2');
  });

  it('gives a cookie for https only where the server is reached by https', async () => {
    const proxied = await openBuiltServer({ LAUFMAPPE_URL: 'https://akte.musterkreis.example' });
    try {
      const body = { login: 'ines.vogt', password: DEMO_PASSWORD };
      const response = await attemptWith(body, { 'x-forwarded-proto': 'https' }, proxied);
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
      expect((await attemptWith(body, {}, proxied)).headers.getSetCookie()).toEqual([]);
    } finally {
      await proxied.close();
    }
  }, 60_000);

  it('never takes over a session id that was there before it', async () => {
    const planted = cookieOf(await attemptWith({ login: 'amir.rakimov', password: DEMO_PASSWORD }));
    const fresh = cookieOf(await attemptWith({ login: 'ines.vogt', password: DEMO_PASSWORD }, { cookie: planted }));
    expect(fresh).not.toBe(planted);
    expect(await sessionOf(planted)).toBe(401);
    expect(await sessionOf(fresh)).toBe(200);
  });
});

describe('a session', () => {
  it.each(['laufmappe=s%3Agarbage.garbage', 'laufmappe=', 'laufmappe=s%3A', 'laufmappe=%00', 'laufmappe=j%3A%7B%7D'])(
    'is not made up: %s',
    async (cookie) => expect(await sessionOf(cookie)).toBe(401),
  );

  it('ends with the sign-out, on the server too', async () => {
    const client = await signIn(server.url, 'ines.vogt');
    const cookie = cookieOf(await client.request('GET', '/api/session'));
    expect(await sessionOf(cookie)).toBe(200);
    expect((await client.request('POST', '/api/sign-out', {})).status).toBe(200);
    expect(await sessionOf(cookie)).toBe(401);
  });

  it('ends at once when the person is switched off', async () => {
    const client = await signIn(server.url, 'deniz.aydin');
    expect((await client.request('GET', '/api/aufgaben')).status).toBe(200);
    await administrate(`UPDATE person SET active = false WHERE login = 'deniz.aydin'`);
    expect((await client.request('GET', '/api/aufgaben')).status).toBe(401);
    expect(
      (await client.request('POST', '/api/acts/aufgabe.claimAufgabe', {}, { 'idempotency-key': 'a-key-1234' })).status,
    ).toBe(401);
    expect((await attemptWith({ login: 'deniz.aydin', password: DEMO_PASSWORD })).status).toBe(401);
  });

  it('loses a permission at once when the person loses the role', async () => {
    const client = await signIn(server.url, 'kim.okafor');
    await administrate(`DELETE FROM person_role WHERE role = 'administration'`);
    const response = await client.request('GET', '/api/processes');
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('process.read')]);
  });

  it('ends at once when its row is removed', async () => {
    const client = await signIn(server.url, 'ines.vogt');
    await administrate('DELETE FROM session');
    expect((await client.request('GET', '/api/posteingang')).status).toBe(401);
    expect(await (await client.request('GET', '/api/session')).json()).toBeNull();
  });
});

function attemptWith(body: object, headers: Record<string, string> = {}, at = server): Promise<Response> {
  return fetch(`${at.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function toldOf(response: Response): Promise<string> {
  const { code, message } = (await response.json()) as { code: string; message: { de: string } };
  return `${response.status} ${code} ${message.de}`;
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** What somebody with this cookie is answered: 200 with a session of the Poststelle, 401 without one. */
async function sessionOf(cookie: string): Promise<number> {
  return (await fetch(`${server.url}/api/posteingang`, { headers: { cookie } })).status;
}

function administrate(sql: string): Promise<unknown> {
  return connected(server.urls.administratorUrl, (client) => client.query(sql));
}

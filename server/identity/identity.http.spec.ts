import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DEMO_PASSWORD } from '../demo/people.js';
import { openDoor, type Door } from '../platform/http/door.testing.js';
import type { SessionView } from '../contract/views.js';

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

function sign(body: unknown, headers: Record<string, string> = {}, at = door): Promise<Response> {
  return fetch(`${at.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const cookieOf = (response: Response) => response.headers.getSetCookie().find((text) => text.startsWith('laufmappe='));

const sql = (statement: string, parameters: unknown[]) =>
  door.bench.database.transaction(door.bench.mandantId, (queries) => queries.query(statement, parameters));

describe('the sign-in', () => {
  it.each([
    ['a wrong password', { login: 'jana.petersen', password: 'geheim' }],
    ['an unknown name', { login: 'nobody', password: DEMO_PASSWORD }],
    ['no password', { login: 'jana.petersen', password: '' }],
    ['no input at all', {}],
    ['input of another shape', { login: { $ne: '' }, password: ['x'] }],
  ])('refuses %s, with one and the same sentence', async (_name, body) => {
    const response = await sign(body);
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'identity.wrongCredentials' }]);
    expect(cookieOf(response)).toBeUndefined();
  });

  it.each(['jana\0', '\ud800'])('refuses the name %j, which PostgreSQL cannot hold, as no text', async (login) => {
    expect((await sign({ login, password: 'x' })).status).toBe(400);
  });

  it('refuses everybody at this address after ten wrong attempts, and says for how long', async () => {
    const own = await openDoor();
    try {
      const codes: number[] = [];
      for (let attempt = 0; attempt < 11; attempt++)
        codes.push((await sign({ login: 'x', password: 'y' }, {}, own)).status);
      expect(codes).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
      const refused = await sign({ login: 'jana.petersen', password: DEMO_PASSWORD }, {}, own);
      expect(await refused.json()).toMatchObject({
        code: 'identity.tooManyAttempts',
        remedy: { de: expect.stringContaining('15 Minuten') },
      });
    } finally {
      await own.close();
    }
  });

  it('does not count successful ones', async () => {
    for (let attempt = 0; attempt < 12; attempt++) await door.signIn('jana.petersen');
    expect((await sign({ login: 'jana.petersen', password: DEMO_PASSWORD })).status).toBe(200);
  });

  it('refuses an account that is switched off, and throws out whoever is signed in with it', async () => {
    const person = [door.bench.as('helga.brandt').actor].map((actor) => (actor.kind === 'person' ? actor.id : ''));
    const helga = await door.signIn('helga.brandt');
    await sql(`UPDATE person SET active = false WHERE id = $1`, person);
    expect(await helga.get('/api/session')).toBeNull();
    expect((await helga.request('GET', '/api/nowhere')).status).toBe(401);
    expect((await sign({ login: 'helga.brandt', password: DEMO_PASSWORD })).status).toBe(401);
    await sql(`UPDATE person SET active = true WHERE id = $1`, person);
  });

  it('signs nobody in whose sign-in cannot be recorded', async () => {
    const own = await openDoor();
    const administrator = new pg.Client({ connectionString: own.bench.urls.administratorUrl });
    await administrator.connect();
    try {
      await administrator.query('REVOKE INSERT ON protokoll FROM laufmappe_app');
      const response = await sign({ login: 'jana.petersen', password: DEMO_PASSWORD }, {}, own);
      expect([response.status, cookieOf(response)]).toEqual([500, undefined]);
    } finally {
      await administrator.end();
      await own.close();
    }
  });

  it('makes a session id that somebody planted worth nothing', async () => {
    const planted = `laufmappe=s%3A${randomBytes(24).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
    const response = await sign({ login: 'jana.petersen', password: DEMO_PASSWORD }, { cookie: planted });
    expect(response.status).toBe(200);
    expect(cookieOf(response)).not.toContain(planted.slice(0, 30));
    const stranger = await fetch(`${door.url}/api/session`, { headers: { cookie: planted } });
    expect(await stranger.json()).toBeNull();
  });

  it('changes the session id of somebody who signs in again', async () => {
    const first = cookieOf(await sign({ login: 'jana.petersen', password: DEMO_PASSWORD }))?.split(';')[0] ?? '';
    const jana = { cookie: first };
    expect(await (await fetch(`${door.url}/api/session`, { headers: jana })).json()).toMatchObject({ person: {} });
    const again = await sign({ login: 'ines.vogt', password: DEMO_PASSWORD }, { ...jana });
    expect(again.status).toBe(200);
    expect(cookieOf(again)).not.toContain(first);
    expect(await (await fetch(`${door.url}/api/session`, { headers: jana })).json()).toBeNull();
  });

  it('keeps its cookie from scripts and from other sites', async () => {
    const cookie = cookieOf(await sign({ login: 'jana.petersen', password: DEMO_PASSWORD })) ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Path=\/;/);
  });

  it('takes a name as people type it, and says who is there and what they may do', async () => {
    const response = await sign({ login: ' Jana.Petersen ', password: DEMO_PASSWORD });
    const view = (await response.json()) as SessionView;
    expect(view).toMatchObject({
      person: { name: 'Jana Petersen', unit: '20.31 Liegenschaften', roles: ['mitzeichnung', 'sachbearbeitung'] },
      mandant: { name: 'Musterkreis', demo: true },
      now: '2026-11-24T09:00:00.000Z',
    });
    expect(view.person.permissions).toContain('akte.close');
    expect(view.person.permissions).not.toContain('zeichnung.sign');
    expect(view.csrfToken).toMatch(/^[\w-]{43}$/);
    expect(view.draftKey).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(view)).not.toContain('argon2');
  });
});

describe('the session', () => {
  it('is null before the sign-in, which is no refusal', async () => {
    const response = await fetch(`${door.url}/api/session`);
    expect([response.status, await response.json()]).toEqual([200, null]);
  });

  it('counts a role at once that was taken away while somebody is signed in', async () => {
    const tomasz = await door.signIn('tomasz.sliwa');
    await sql(`DELETE FROM person_role WHERE person_id = $1 AND role = 'kasse'`, [tomasz.session.person.id]);
    expect(await tomasz.get('/api/session')).toMatchObject({ person: { roles: ['mitzeichnung'] } });
    await sql(`INSERT INTO person_role (mandant_id, person_id, role) VALUES ($1, $2, 'kasse')`, [
      door.bench.mandantId,
      tomasz.session.person.id,
    ]);
  });
});

describe('the key of the drafts', () => {
  it('is another one in every session, and neither comes without it nor stays in a cache', async () => {
    const keys = new Set<string>();
    for (const login of ['jana.petersen', 'jana.petersen', 'ines.vogt']) {
      const person = await door.signIn(login);
      const { draftKey } = await person.get<SessionView>('/api/session');
      expect(draftKey).toBe(person.session.draftKey);
      keys.add(draftKey);
    }
    expect(keys.size).toBe(3);
    const stranger = await fetch(`${door.url}/api/session`);
    expect([stranger.headers.get('cache-control'), await stranger.json()]).toEqual(['no-store', null]);
  });
});

describe('the sign-out', () => {
  it('refuses without the token of the session', async () => {
    const jana = await door.signIn('jana.petersen');
    expect((await jana.request('POST', '/api/sign-out', {}, { 'x-csrf-token': 'x' })).status).toBe(403);
    expect(await jana.get('/api/session')).not.toBeNull();
  });

  it('ends the session on the server, so that a kept cookie opens nothing', async () => {
    const jana = await door.signIn('jana.petersen');
    expect((await jana.request('POST', '/api/sign-out', {})).status).toBe(200);
    expect(await jana.get('/api/session')).toBeNull();
    expect((await jana.request('GET', '/api/nowhere')).status).toBe(401);
  });

  it('of nobody changes nothing', async () => {
    const response = await fetch(`${door.url}/api/sign-out`, { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([200, { leaveTo: null }]);
  });
});

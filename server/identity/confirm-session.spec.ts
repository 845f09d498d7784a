import { openidDirectory, openOpenidDoor, type OpenidDoor } from '../../test/support/openid-door.js';
import { openTestProvider } from '../../test/support/openid-provider.js';
import { aVisitor } from '../../test/support/visitor.js';
import type { AccountView, SignOutAnswer } from '../contract/account-views.js';
import { openDoor, type Door } from '../platform/http/door.testing.js';

let house: OpenidDoor;
let door: Door;
beforeAll(async () => {
  house = await openOpenidDoor();
  door = house.door;
});
afterAll(() => house.close());

describe('a session that a provider vouches for', () => {
  it('ends when the provider no longer knows the person', async () => {
    const visitor = aVisitor();
    await house.signIn(house.aPerson('geht'), visitor);
    await house.due();
    expect(await house.sessionOf(visitor)).not.toBeNull();
    house.provider.people.delete('geht');
    await house.due();
    expect((await visitor.ask(`${door.url}/api/nowhere`)).status).toBe(401);
    expect(await house.sessionOf(visitor)).toBeNull();
  });

  it('ends when the last group is gone', async () => {
    const visitor = aVisitor();
    await house.signIn(house.aPerson('ohne'), visitor);
    house.aPerson('ohne', ['akte-unbekannt']);
    await house.due();
    expect(await house.sessionOf(visitor)).toBeNull();
  });

  it('asks once where several requests come at once: a refresh token counts once', async () => {
    const visitor = aVisitor();
    await house.signIn(house.aPerson('schnell'), visitor);
    await house.due();
    const sessions = await Promise.all([1, 2, 3, 4].map(() => house.sessionOf(visitor)));
    expect(sessions.every((session) => session !== null)).toBe(true);
    await house.due();
    expect(await house.sessionOf(visitor)).not.toBeNull();
  });

  it('is ended by the provider itself (back-channel), and the person is signed out there with the sign-out here', async () => {
    const visitor = aVisitor();
    await house.signIn(house.aPerson('hinten'), visitor);
    const personId = (await house.sessionOf(visitor))?.person.id;
    const { leaveTo } = (await (await house.post(visitor, '/api/sign-out')).json()) as SignOutAnswer;
    expect(leaveTo).toContain(`${house.provider.issuer}/session/end?`);
    expect(await house.sessionOf(visitor)).toBeNull();
    // Another session of the same browser at the provider: confirming the end there calls our server.
    await visitor.go(house.begin());
    expect(await house.sessionOf(visitor)).not.toBeNull();
    const page = await visitor.go(leaveTo ?? '');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(await page.response.text()) ?? [];
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    await visitor.ask(`${house.provider.issuer}/session/end/confirm`, { method: 'POST', body });
    expect(await house.sessionOf(visitor)).toBeNull();
    const [row] = await house.sql<{ action: string }>(
      `SELECT action FROM protokoll WHERE object_id = $1 ORDER BY sequence DESC LIMIT 1`,
      [personId],
    );
    expect(row?.action).toBe('identity.endSessions');
  });

  it.each([{}, { logout_token: 'x.y.z' }])(
    'is not ended by a request without a token of the provider: %j',
    async (form) => {
      const body = new URLSearchParams(form as Record<string, string>);
      const response = await fetch(`${door.url}/api/sign-in/openid/kreis/logout`, { method: 'POST', body });
      expect([401, 404]).toContain(response.status);
    },
  );
});

describe('an account that is connected by its person', () => {
  it('is refused where nobody has connected it, and never by a name or a mail address', async () => {
    const visitor = aVisitor();
    const returned = await visitor.signInAt(house.begin(), house.aPerson('verbunden', [], 'Helga Brandt'));
    expect((await visitor.ask(returned.href)).headers.get('location')).toBe('/anmelden?grund=identity.noPlace');
  });

  it('F70 connects the account of a signed-in person, once, and takes the connection back', async () => {
    const visitor = aVisitor();
    const login = { login: 'deniz.aydin', password: 'laufmappe-demo' };
    await house.post(visitor, '/api/sign-in', login);
    const { url } = (await (await house.post(visitor, '/api/account/connect/kreis')).json()) as { url: string };
    const sub = house.aPerson('deniz', ['akte-liegenschaften'], 'Deniz Aydın');
    expect(await house.signIn(sub, visitor, url)).toBe('/konto');
    const account = (await (await visitor.ask(`${door.url}/api/account`)).json()) as AccountView;
    expect(account).toMatchObject({ password: true, links: [{ name: 'Kreis-Konto' }], connectable: [] });
    const other = aVisitor();
    await house.post(other, '/api/sign-in', { login: 'tomasz.sliwa', password: 'laufmappe-demo' });
    const second = (await (await house.post(other, '/api/account/connect/kreis')).json()) as { url: string };
    expect(await house.signIn(sub, other, second.url)).toBe('/konto?grund=identity.accountTaken');
    const removed = await house.post(visitor, `/api/account/links/${account.links[0]?.id}/remove`);
    expect(removed.status).toBe(200);
    expect(await house.sql(`SELECT 1 FROM account_link WHERE subject = $1`, [sub])).toEqual([]);
  });
});

describe('a provider that is away', () => {
  it('is told with a sentence, and accounts with a password of their own still sign in', async () => {
    const away = await openTestProvider();
    await away.close();
    const directory = openidDirectory(away.issuer, 'weg', 'create');
    const own = await openDoor({
      signIn: { houses: [{ behoerdenschluessel: '99010', secondFactor: [], directories: [directory] }] },
    });
    try {
      const response = await aVisitor().ask(`${own.url}/api/sign-in/openid/weg`);
      expect(response.headers.get('location')).toBe('/anmelden?grund=identity.directoryAway');
      expect((await own.signIn('kim.okafor')).session.person.roles).toEqual(['administration']);
    } finally {
      await own.close();
    }
  });
});

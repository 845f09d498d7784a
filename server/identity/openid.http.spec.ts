import { openOpenidDoor, type OpenidDoor } from '../../test/support/openid-door.js';
import { aVisitor } from '../../test/support/visitor.js';
import type { SignInWays } from '../contract/account-views.js';
import type { Door } from '../platform/http/door.testing.js';

let house: OpenidDoor;
let door: Door;
beforeAll(async () => {
  house = await openOpenidDoor();
  door = house.door;
});
afterAll(() => house.close());

describe('the sign-in by OpenID Connect', () => {
  it('refuses whoever is in no group of the table, with a sentence, and makes nobody', async () => {
    const visitor = aVisitor();
    expect(await house.signIn(house.aPerson('ohne-gruppe', ['domain-admins', 'akte']), visitor)).toBe(
      '/anmelden?grund=identity.noPlace',
    );
    const ways = (await (
      await visitor.ask(`${door.url}/api/sign-in/ways?grund=identity.noPlace`)
    ).json()) as SignInWays;
    expect(ways.refusal?.message.de).toContain('keine Ihrer Gruppen');
    expect(await house.sessionOf(visitor)).toBeNull();
    expect(await house.sql(`SELECT 1 FROM account_link WHERE subject = 'ohne-gruppe'`)).toEqual([]);
  });

  it('refuses somebody with roles but without a unit: a group without one gives nothing alone', async () => {
    expect(await house.signIn(house.aPerson('ohne-einheit', ['akte-mitzeichnung']))).toBe(
      '/anmelden?grund=identity.noPlace',
    );
  });

  it('refuses a name with characters that nobody sees', async () => {
    const sub = house.aPerson('umgedreht', ['akte-liegenschaften'], 'Mira\u202Eaksw');
    expect(await house.signIn(sub)).toBe('/anmelden?grund=identity.nameUnusable');
  });

  it('refuses an account that is switched off here', async () => {
    const sub = house.aPerson('abgeschaltet');
    expect(await house.signIn(sub)).toBe('/aufgaben');
    await house.sql(
      `UPDATE person SET active = false FROM account_link l WHERE l.person_id = person.id AND l.subject = $1`,
      [sub],
    );
    expect(await house.signIn(sub)).toBe('/anmelden?grund=identity.accountOff');
  });

  it('refuses an answer that was not begun in this browser, or a second time', async () => {
    const visitor = aVisitor();
    const returned = await visitor.signInAt(house.begin(), house.aPerson('zweimal'));
    const stranger = await aVisitor().ask(returned.href);
    expect(stranger.headers.get('location')).toBe('/anmelden?grund=identity.signInInterrupted');
    expect((await visitor.ask(returned.href)).headers.get('location')).toBe('/aufgaben');
    expect((await visitor.ask(returned.href)).headers.get('location')).toContain('identity.signInInterrupted');
  });

  it('refuses a code that was used already, even with its cookie', async () => {
    const visitor = aVisitor();
    const started = await visitor.ask(house.begin());
    const cookie = started.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const returned = await visitor.signInAt(started.headers.get('location') ?? '', house.aPerson('wiederholt'));
    const first = await fetch(returned, { headers: { cookie }, redirect: 'manual' });
    expect(first.headers.get('location')).toBe('/aufgaben');
    const again = await fetch(returned, { headers: { cookie }, redirect: 'manual' });
    expect(again.headers.get('location')).toBe('/anmelden?grund=identity.directoryRefused');
    expect(again.headers.getSetCookie().join()).not.toContain('laufmappe=');
  });

  it('refuses what is older than ten minutes', async () => {
    const visitor = aVisitor();
    const returned = await visitor.signInAt(house.begin(), house.aPerson('langsam'));
    door.wallClock.advance(11 * 60_000);
    const late = await visitor.ask(returned.href);
    door.wallClock.advance(-11 * 60_000);
    expect(late.headers.get('location')).toBe('/anmelden?grund=identity.signInInterrupted');
  });

  it('refuses to finish with one provider what was begun with another', async () => {
    const visitor = aVisitor();
    const returned = await visitor.signInAt(house.begin(), house.aPerson('vertauscht'));
    const other = returned.href.replace('/openid/kreis/', '/openid/verbunden/');
    expect((await visitor.ask(other)).headers.get('location')).toBe('/anmelden?grund=identity.signInInterrupted');
  });

  it.each(['https://fremd.example/', '//fremd.example', '/\\fremd.example', '/\t/fremd.example', '/api/session', 'x'])(
    'leads to nothing but a page of ours: %j',
    async (weiter) => {
      expect(await house.signIn(house.aPerson('wohin'), aVisitor(), house.begin('kreis', weiter))).toBe('/');
    },
  );

  it('refuses a way that does not exist', async () => {
    const response = await aVisitor().ask(house.begin('nirgends'));
    expect(response.headers.get('location')).toBe('/anmelden?grund=identity.directoryUnknown');
  });

  it('tells nothing of what an address makes up', async () => {
    const response = await aVisitor().ask(`${door.url}/api/sign-in/ways?grund=identity.tokenInvalid`);
    expect(((await response.json()) as SignInWays).refusal).toBeNull();
  });

  it('F70 signs somebody in by the provider: made once, found again by issuer and subject, with a cookie of ours', async () => {
    const sub = house.aPerson('mira', ['akte-kasse', 'akte-mitzeichnung', 'akte-liegenschaften', 'unbekannt']);
    const visitor = aVisitor();
    const returned = await visitor.signInAt(house.begin(), sub);
    const response = await visitor.ask(returned.href);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/aufgaben']);
    expect(response.headers.getSetCookie().find((text) => text.startsWith('laufmappe='))).toMatch(/SameSite=Strict/);
    const session = await house.sessionOf(visitor);
    // The row of 20.31 comes first, so that what Kasse may do in 20.21 is not theirs.
    expect(session?.person).toMatchObject({
      name: 'Mira Żuławska',
      unit: '20.31 Liegenschaften',
      roles: ['mitzeichnung', 'sachbearbeitung'],
    });
    const again = aVisitor();
    expect(await house.signIn(sub, again)).toBe('/aufgaben');
    expect((await house.sessionOf(again))?.person.id).toBe(session?.person.id);
    const acts = await house.sql<{ action: string }>(
      `SELECT action FROM protokoll WHERE object_id = $1 ORDER BY sequence`,
      [session?.person.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['identity.admitPerson', 'identity.signIn', 'identity.signIn']);
  });

  it('makes one person of two first sign-ins at once', async () => {
    const sub = house.aPerson('gleichzeitig');
    expect(await Promise.all([house.signIn(sub), house.signIn(sub)])).toEqual(['/aufgaben', '/aufgaben']);
    expect(await house.sql(`SELECT 1 FROM account_link WHERE subject = $1`, [sub])).toHaveLength(1);
  });

  it('changes unit and roles with the groups, and takes what is gone', async () => {
    const sub = house.aPerson('wechsel', ['akte-liegenschaften']);
    await house.signIn(sub);
    house.aPerson('wechsel', ['akte-kasse']);
    const visitor = aVisitor();
    await house.signIn(sub, visitor);
    expect((await house.sessionOf(visitor))?.person).toMatchObject({ unit: '20.21 Kreiskasse', roles: ['kasse'] });
  });

  it('is not taken by a person here who only has the same name or address', async () => {
    const visitor = aVisitor();
    await house.signIn(house.aPerson('jana', ['akte-liegenschaften'], 'Jana Petersen'), visitor);
    const jana = await door.signIn('jana.petersen');
    expect((await house.sessionOf(visitor))?.person.id).not.toBe(jana.session.person.id);
  });

  it('stores no token in the clear', async () => {
    await house.signIn(house.aPerson('geheim'));
    const rows = await house.sql<{ text: string }>(`SELECT s::text || d::text AS text FROM session s
      JOIN directory_session d ON d.session_id = s.sid`);
    expect(JSON.stringify(rows)).not.toMatch(/eyJ|6579 4a/);
  });
});

import { aVisitor, type Visitor } from '../../test/support/visitor.js';
import { appWith, withSecondFactor } from '../../test/support/second-factor.js';
import type { AccountView, EnrolmentView, RecoveryCodes, SecondStep } from '../contract/account-views.js';
import type { SessionView } from '../contract/views.js';
import { DEMO_PASSWORD } from '../demo/people.js';
import { openDoor, type Door } from '../platform/http/door.testing.js';

let door: Door;
beforeEach(async () => {
  door = await openDoor({
    signIn: { houses: [{ behoerdenschluessel: '99010', secondFactor: ['administration'], directories: [] }] },
  });
});
afterEach(() => door.close());

async function post<T>(visitor: Visitor, path: string, body: object = {}): Promise<T & { code?: string }> {
  const session = (await (await visitor.ask(`${door.url}/api/session`)).json()) as SessionView | null;
  const headers = { 'content-type': 'application/json', 'x-csrf-token': session?.csrfToken ?? '' };
  const response = await visitor.ask(door.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as T & { code?: string };
}

const get = async <T>(visitor: Visitor, path: string) => (await (await visitor.ask(door.url + path)).json()) as T;
const passwordOf = (visitor: Visitor, login: string) =>
  post<SecondStep & SessionView>(visitor, '/api/sign-in', { login, password: DEMO_PASSWORD });
const codeOf = (visitor: Visitor, code: unknown) => post<SessionView>(visitor, '/api/sign-in/second-factor', { code });
/** Half a minute later every app shows another code. */
const later = () => door.wallClock.advance(30_000);
const now = () => door.wallClock.now();
const enrolled = (login: string) => withSecondFactor(door.bench.runner, door.bench.as(login), now());

describe('the step after the password', () => {
  it('opens nothing before it is done: no page, no act, no stream, no account', async () => {
    await enrolled('jana.petersen');
    const visitor = aVisitor();
    expect(await passwordOf(visitor, 'jana.petersen')).toEqual({ secondFactor: 'code' });
    expect(await get(visitor, '/api/session')).toBeNull();
    for (const path of ['/api/live', '/api/account', '/api/nowhere']) {
      expect((await visitor.ask(door.url + path)).status).toBe(401);
    }
    for (const path of ['/api/acts/x', '/api/account/second-factor/remove', '/api/sign-in/second-factor/enrol']) {
      expect(await post(visitor, path)).toMatchObject({ code: 'identity.notSignedIn' });
    }
  });

  it('refuses a code without the password before it, and one that comes too late', async () => {
    expect(await codeOf(aVisitor(), '123456')).toMatchObject({ code: 'identity.notSignedIn' });
    const app = await enrolled('jana.petersen');
    const visitor = aVisitor();
    await passwordOf(visitor, 'jana.petersen');
    door.wallClock.advance(11 * 60_000);
    expect(await codeOf(visitor, app.code(now()))).toMatchObject({ code: 'identity.notSignedIn' });
  });

  it.each(['', '000000', 'x'.repeat(10_000), ['123456'], null])('refuses the code %j', async (code) => {
    await enrolled('jana.petersen');
    const visitor = aVisitor();
    await passwordOf(visitor, 'jana.petersen');
    expect(await codeOf(visitor, code)).toMatchObject({ code: 'identity.codeWrong' });
    expect(await get(visitor, '/api/session')).toBeNull();
  });

  it('takes a code once: whoever has read it over a shoulder is refused', async () => {
    const app = await enrolled('jana.petersen');
    later();
    const [jana, other] = [aVisitor(), aVisitor()];
    await passwordOf(jana, 'jana.petersen');
    await passwordOf(other, 'jana.petersen');
    expect((await codeOf(jana, app.code(now()))).person.name).toBe('Jana Petersen');
    expect(await codeOf(other, app.code(now()))).toMatchObject({ code: 'identity.codeWrong' });
  });

  it('stops after ten wrong codes, with the right one too', async () => {
    const app = await enrolled('jana.petersen');
    later();
    const visitor = aVisitor();
    await passwordOf(visitor, 'jana.petersen');
    for (let attempt = 0; attempt < 10; attempt++) await codeOf(visitor, '000000');
    expect(await codeOf(visitor, app.code(now()))).toMatchObject({ code: 'identity.tooManyAttempts' });
  });

  it('F70 signs in with password and code, with a fresh session, and says so in the Protokoll', async () => {
    const app = await enrolled('jana.petersen');
    later();
    const visitor = aVisitor();
    await passwordOf(visitor, 'jana.petersen');
    const session = await codeOf(visitor, app.code(now()));
    expect(await get(visitor, '/api/session')).toMatchObject({ person: { name: 'Jana Petersen' } });
    const [row] = await door.bench.database.transaction(door.bench.mandantId, (queries) =>
      queries.query<{ payload: object }>(
        `SELECT l.payload FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence)
          WHERE k.object_id = $1 ORDER BY k.sequence DESC LIMIT 1`,
        [session.person.id],
      ),
    );
    expect(row?.payload).toEqual({ secondFactor: 'code' });
  });

  it('takes each recovery code once', async () => {
    const { recoveryCodes } = await enrolled('jana.petersen');
    for (const expected of [{ person: { name: 'Jana Petersen' } }, { code: 'identity.codeWrong' }]) {
      const visitor = aVisitor();
      await passwordOf(visitor, 'jana.petersen');
      expect(await codeOf(visitor, recoveryCodes[3])).toMatchObject(expected);
    }
  });
});

describe('a role that needs a second factor', () => {
  it('sets one up before anything else, and sees its recovery codes once', async () => {
    const kim = aVisitor();
    expect(await passwordOf(kim, 'kim.okafor')).toEqual({ secondFactor: 'enrol' });
    expect(await get(kim, '/api/session')).toBeNull();
    expect(await codeOf(kim, '123456')).toMatchObject({ code: 'identity.notSignedIn' });
    expect(await post(kim, '/api/sign-in/second-factor/confirm', { code: '123456' })).toMatchObject({
      code: 'identity.enrolmentOver',
    });
    const app = appWith((await post<EnrolmentView>(kim, '/api/sign-in/second-factor/enrol')).secret);
    expect(await post(kim, '/api/sign-in/second-factor/confirm', { code: '000000' })).toMatchObject({
      code: 'identity.codeWrong',
    });
    const answer = await post<RecoveryCodes & { session: SessionView }>(kim, '/api/sign-in/second-factor/confirm', {
      code: app.code(now()),
    });
    expect(answer.recoveryCodes).toHaveLength(10);
    expect(await get(kim, '/api/session')).toMatchObject({ person: { name: 'Kim Okafor' } });
    later();
    expect(await post(kim, '/api/account/second-factor/remove', { code: app.code(now()) })).toMatchObject({
      code: 'identity.secondFactorRequired',
    });
    const again = aVisitor();
    expect(await passwordOf(again, 'kim.okafor')).toEqual({ secondFactor: 'code' });
  });

  it('asks nothing of the others', async () => {
    expect(await passwordOf(aVisitor(), 'ines.vogt')).toMatchObject({ person: { name: 'Ines Vogt' } });
  });
});

describe('one’s own account', () => {
  it('refuses to set up a second factor with a wrong password: an open page is not enough', async () => {
    const ines = aVisitor();
    await passwordOf(ines, 'ines.vogt');
    expect(await post(ines, '/api/account/second-factor/enrol', { password: 'falsch' })).toMatchObject({
      code: 'identity.wrongPassword',
    });
    expect((await ines.ask(`${door.url}/api/account/second-factor/enrol`, { method: 'POST' })).status).toBe(403);
  });

  it('sets one up, renews its recovery codes and gives it up again', async () => {
    const ines = aVisitor();
    await passwordOf(ines, 'ines.vogt');
    const view = await post<EnrolmentView>(ines, '/api/account/second-factor/enrol', { password: DEMO_PASSWORD });
    expect(view.uri).toContain(`secret=${view.secret}`);
    const app = appWith(view.secret);
    await post(ines, '/api/account/second-factor/confirm', { code: app.code(now()) });
    expect(await get<AccountView>(ines, '/api/account')).toMatchObject({ secondFactor: { codes: 10 }, rule: 'free' });
    later();
    const { recoveryCodes } = await post<RecoveryCodes>(ines, '/api/account/second-factor/codes', {
      code: app.code(now()),
    });
    expect(recoveryCodes).toHaveLength(10);
    expect(await post(ines, '/api/account/second-factor/remove', { code: recoveryCodes[0] })).toEqual({});
    expect(await get<AccountView>(ines, '/api/account')).toMatchObject({ secondFactor: null });
  });
});

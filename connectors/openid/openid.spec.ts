import type { OpenidAttempt, OpenidProvider } from '../api/directory-port.js';
import { openLyingProvider, type LyingProvider } from './lying-provider.testing.js';
import { createOpenid } from './openid.js';

const CALLBACK = 'https://akte.musterkreis.example/api/sign-in/openid/kreis/callback';
const SECRET = 'geheim-geheim';
const now = () => Math.floor(Date.now() / 1_000);

let provider: LyingProvider;
let openid: OpenidProvider;
beforeEach(async () => {
  provider = await openLyingProvider('laufmappe');
  openid = openAt(provider.issuer);
});
afterEach(() => provider.close());

function openAt(issuer: string): OpenidProvider {
  const settings = { clientId: 'laufmappe', clientSecret: SECRET, scopes: ['profile'], groupsClaim: 'groups' };
  return createOpenid({ ...settings, issuer });
}

async function begun(): Promise<{ url: URL; attempt: OpenidAttempt }> {
  const answer = await openid.begin(CALLBACK);
  if (answer.kind !== 'attested') throw new Error(answer.reason);
  return { url: new URL(answer.url), attempt: answer.attempt };
}

/** Somebody comes back with what the provider would have put into the address. */
async function finish(own: Record<string, string> = {}, claims: Record<string, unknown> = {}) {
  const { attempt } = await begun();
  const returned = new URL(CALLBACK);
  returned.search = String(new URLSearchParams({ code: 'c', state: attempt.state, iss: provider.issuer, ...own }));
  provider.say({ nonce: attempt.nonce, ...claims });
  return openid.finish(returned, attempt);
}

describe('a provider of OpenID Connect', () => {
  it.each([
    ['for another client', { aud: 'anderes-verfahren' }],
    ['for several clients, another of which has asked', { aud: ['laufmappe', 'x'], azp: 'x' }],
    ['of another issuer', { iss: 'https://fremd.example' }],
    ['with the nonce of another sign-in', { nonce: 'anders' }],
    ['without a nonce', { nonce: undefined }],
    ['that is over', { iat: now() - 600, exp: now() - 300 }],
    ['about nobody', { sub: undefined }],
  ])('is not believed with an ID token %s', async (_what, claims) => {
    expect(await finish({}, claims)).toMatchObject({ kind: 'refused' });
  });

  it('is not believed with a token that another key has signed', async () => {
    provider.forge();
    expect(await finish()).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['the state of another sign-in', { state: 'anders' }],
    ['no state', { state: '' }],
    ['the answer of another provider (mix-up)', { iss: 'https://fremd.example' }],
    ['its refusal', { error: 'access_denied' }],
  ])('is not even asked for tokens with %s', async (_what, own) => {
    expect(await finish(own)).toMatchObject({ kind: 'refused' });
    expect(provider.asked).toEqual([]);
  });

  it('is away, not refusing, while it fails or nobody listens, and is asked anew later', async () => {
    provider.fail(503);
    expect(await openid.begin(CALLBACK)).toMatchObject({ kind: 'away' });
    expect(await openid.reach()).toBe('away');
    provider.fail(null);
    expect(await openid.reach()).toBe('ok');
    // Something answers there, and it is no provider.
    expect(await openAt(`${provider.issuer}/elsewhere`).reach()).toBe('away');
    await provider.close();
    expect(await openAt(provider.issuer).begin(CALLBACK)).toMatchObject({ kind: 'away' });
  });

  it('may have a clock that is half a minute wrong, and not more', async () => {
    expect(await finish({}, { iat: now() + 20, exp: now() - 20 })).toMatchObject({ kind: 'attested' });
    expect(await finish({}, { iat: now() - 300, exp: now() - 40 })).toMatchObject({ kind: 'refused' });
  });

  it('is asked with PKCE, state and nonce, and proved by the verifier; the secret is in no address', async () => {
    const { url } = await begun();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(url.href).not.toContain(SECRET);
    await finish();
    expect(provider.asked[0]?.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
  });

  it('says who somebody is: issuer and subject, name, groups, its session', async () => {
    const claims = {
      name: 'Jana Petersen',
      groups: ['akte', 7, 'liegenschaften'],
      sid: 's1',
      email: 'j@kreis.example',
    };
    expect(await finish({}, claims)).toMatchObject({
      kind: 'attested',
      attestation: {
        issuer: provider.issuer,
        subject: 'p1',
        name: 'Jana Petersen',
        groups: ['akte', 'liegenschaften'],
      },
      providerSession: 's1',
      tokens: { refreshToken: 'refresh' },
    });
  });

  it('ends a session that it confirms for somebody else', async () => {
    provider.say({ sub: 'p2' });
    expect(await openid.renew({ idToken: '', refreshToken: 'r' }, 'p1')).toMatchObject({ kind: 'refused' });
    provider.say({ sub: 'p1' });
    expect(await openid.renew({ idToken: '', refreshToken: 'r' }, 'p1')).toMatchObject({ kind: 'attested' });
  });
});

describe('a logout token', () => {
  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const logout = async (own: Record<string, unknown> = {}) =>
    openid.ended(
      await provider.token({
        ...{ iss: provider.issuer, aud: 'laufmappe', iat: now(), jti: 'j', sid: 's1', sub: 'p1', events: EVENTS },
        ...own,
      }),
    );

  it.each([
    ['for another client', { aud: 'x' }],
    ['of another issuer', { iss: 'https://fremd.example' }],
    ['that somebody has kept', { iat: now() - 600 }],
    ['that is an ID token', { nonce: 'n' }],
    ['without its event', { events: {} }],
    ['about nobody', { sid: undefined, sub: undefined }],
  ])('%s is refused', async (_what, own) => {
    expect(await logout(own)).toMatchObject({ kind: 'refused' });
  });

  it('that another key has signed is refused', async () => {
    provider.forge();
    expect(await logout()).toMatchObject({ kind: 'refused' });
    expect(await openid.ended('x.y.z')).toMatchObject({ kind: 'refused' });
  });

  it('names the session to end', async () => {
    expect(await logout()).toEqual({
      kind: 'attested',
      issuer: provider.issuer,
      subject: 'p1',
      providerSession: 's1',
    });
  });
});

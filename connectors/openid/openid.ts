import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import type { DirectoryAnswer, EndedSessions, OpenidProvider, OpenidSession } from '../api/directory-port.js';
import { readClaims } from './read-claims.js';
import { troubleOf } from './trouble.js';

export interface OpenidSettings {
  /** https, or http on loopback. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
}

// Somebody waits in front of a page meanwhile.
const ANSWER_SECONDS = 5;
// Machines of two houses are rarely further apart; RFC 7519, section 4.1.4, speaks of a few minutes at most.
const SKEW_SECONDS = 30;
// What a provider publishes about itself changes within days; keys are looked up anew whenever one is unknown.
const DISCOVERED_MILLISECONDS = 3_600_000;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

interface Discovered {
  readonly configuration: openid.Configuration;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
}

/** OpenID Connect by code flow with PKCE, state and nonce; the signature of every token is checked. */
export function createOpenid(settings: OpenidSettings): OpenidProvider {
  const discovered = discovering(settings);
  const asked = async <Value>(
    question: (found: Discovered) => Promise<DirectoryAnswer<Value>>,
  ): Promise<DirectoryAnswer<Value>> => {
    try {
      return await question(await discovered());
    } catch (error) {
      return troubleOf(error);
    }
  };

  return {
    begin: (redirectUri) =>
      asked(async ({ configuration }) => {
        const [state, nonce] = [openid.randomState(), openid.randomNonce()];
        const codeVerifier = openid.randomPKCECodeVerifier();
        const url = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: ['openid', ...settings.scopes].join(' '),
          ...{ state, nonce },
          code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return { kind: 'attested', url: url.href, attempt: { state, nonce, codeVerifier } };
      }),

    finish: (returned, { state, nonce, codeVerifier }) =>
      asked(async ({ configuration }) => {
        const tokens = await openid.authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        return sessionOf(configuration, tokens, settings);
      }),

    renew: ({ idToken, refreshToken }, subject) =>
      asked(async ({ configuration }) => {
        if (refreshToken === undefined) return { kind: 'refused', reason: 'no refresh token' };
        const tokens = await openid.refreshTokenGrant(configuration, refreshToken);
        const claimed = tokens.claims()?.sub;
        if (claimed !== undefined && claimed !== subject) return { kind: 'refused', reason: 'another subject' };
        const kept = { idToken, refreshToken: tokens.refresh_token ?? refreshToken };
        if (claimed === undefined) {
          return { kind: 'attested', attestation: null, tokens: kept, providerSession: null };
        }
        const session = await sessionOf(configuration, tokens, settings);
        if (session.kind !== 'attested') return session;
        return { ...session, tokens: { ...kept, idToken: session.tokens.idToken } };
      }),

    endSessionUrl: async ({ idToken }, returnTo) => {
      const found = await discovered().catch(() => null);
      if (!found?.configuration.serverMetadata().end_session_endpoint) return null;
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
      return openid.buildEndSessionUrl(found.configuration, parameters).href;
    },

    ended: (logoutToken) => asked(({ configuration, keys }) => readLogoutToken(logoutToken, configuration, keys)),

    reach: async () => ((await asked(() => Promise.resolve({ kind: 'attested' }))).kind === 'attested' ? 'ok' : 'away'),
  };
}

/** Reads what the provider publishes about itself; a failure is not kept, so that the next one tries again. */
function discovering({ issuer, clientId, clientSecret }: OpenidSettings): () => Promise<Discovered> {
  let found: { readonly at: number; readonly value: Promise<Discovered> } | undefined;
  const discover = async (): Promise<Discovered> => {
    const configuration = await openid.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [openid.clockTolerance]: SKEW_SECONDS },
      openid.ClientSecretBasic(clientSecret),
      {
        timeout: ANSWER_SECONDS,
        execute: [
          openid.enableNonRepudiationChecks,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; http is only ever loopback
          ...(new URL(issuer).protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    const { jwks_uri: keys } = configuration.serverMetadata();
    if (keys === undefined) throw new Error('the provider publishes no keys');
    return { configuration, keys: createRemoteJWKSet(new URL(keys), { timeoutDuration: ANSWER_SECONDS * 1_000 }) };
  };
  return () => {
    if (found && performance.now() - found.at < DISCOVERED_MILLISECONDS) return found.value;
    const value = discover();
    found = { at: performance.now(), value };
    value.catch(() => (found = undefined));
    return value;
  };
}

type Tokens = openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers;

/** What the tokens say; where the groups are not in the ID token, the provider is asked for them. */
async function sessionOf(
  configuration: openid.Configuration,
  tokens: Tokens,
  { groupsClaim }: OpenidSettings,
): Promise<DirectoryAnswer<OpenidSession>> {
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) return { kind: 'refused', reason: 'no ID token' };
  const asksMore =
    !(groupsClaim in claims && 'name' in claims) && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = asksMore ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
  return {
    kind: 'attested',
    attestation: {
      issuer: configuration.serverMetadata().issuer,
      subject: claims.sub,
      ...readClaims({ ...more, ...claims }, groupsClaim),
    },
    tokens: { idToken: tokens.id_token, refreshToken: tokens.refresh_token },
    providerSession: typeof claims['sid'] === 'string' ? claims['sid'] : null,
  };
}

/** OpenID Connect Back-Channel Logout 1.0, section 2.6. */
async function readLogoutToken(
  logoutToken: string,
  configuration: openid.Configuration,
  keys: Discovered['keys'],
): Promise<DirectoryAnswer<EndedSessions>> {
  const { issuer } = configuration.serverMetadata();
  const { payload } = await jwtVerify(logoutToken, keys, {
    issuer,
    audience: configuration.clientMetadata().client_id,
    clockTolerance: SKEW_SECONDS,
    // A kept one must not end a session that begins later.
    maxTokenAge: 120,
    requiredClaims: ['iat', 'jti', 'events'],
  });
  const events = payload['events'] as Record<string, unknown> | null;
  if (typeof events !== 'object' || typeof events?.[LOGOUT_EVENT] !== 'object' || 'nonce' in payload) {
    return { kind: 'refused', reason: 'no logout token' };
  }
  const providerSession = typeof payload['sid'] === 'string' ? payload['sid'] : null;
  const subject = payload.sub ?? null;
  if (providerSession === null && subject === null) return { kind: 'refused', reason: 'about nobody' };
  return { kind: 'attested', issuer, subject, providerSession };
}

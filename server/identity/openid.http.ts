import { promisify } from 'node:util';
import { Router, urlencoded, type CookieOptions, type Request, type Response } from 'express';
import type { OpenidAttempt, OpenidSession } from '../../connectors/api/directory-port.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { answer } from '../platform/http/answer.js';
import { logger } from '../platform/logger.js';
import { openKey, sealKey } from '../signatur/keys/seal-key.js';
import { admitPerson } from './admit-person.js';
import { CONFIRMED_SECONDS, openTokens, sealTokens } from './confirm-session.js';
import type { OpenidDirectory } from './directory.js';
import { findDirectorySession, insertDirectorySession } from './directory-session.store.js';
import { endSessions } from './end-sessions.js';
import { findDirectory, findProvider } from './houses.js';
import { linkAccount } from './link-account.js';
import { ownPath } from './own-path.js';
import { openSession, type IdentityParts } from './signed-in.http.js';

/** What this browser has begun. The cookie of the session does not come along when a foreign page sends somebody here. */
const COOKIE = 'laufmappe-openid';
const COOKIE_PATH = '/api/sign-in/openid';
/** Enough to find a password and a second factor at the provider. */
const ATTEMPT_MILLISECONDS = 10 * 60_000;

interface Attempt extends OpenidAttempt {
  readonly directory: string;
  /** Path of our page that was asked for. */
  readonly returnTo: string;
  /** The signed-in person whose account is to be connected; null: a sign-in. */
  readonly connects: Id | null;
  readonly until: number;
}

/** Sign-in by OpenID Connect: away to the provider, back from it, and what the provider itself tells us. */
export function openidRoutes(parts: IdentityParts): Router {
  const router = Router();
  router.get('/sign-in/openid/:id', async (request, response) => {
    const returnTo = ownPath(new URLSearchParams(request.url.split('?')[1]).get('weiter'));
    const url = await beginOpenid(parts, response, { directory: request.params.id, returnTo, connects: null });
    redirect(response, isRejection(url) ? refusedAt('/anmelden', url) : url);
  });
  router.get('/sign-in/openid/:id/callback', async (request, response) => {
    const attempt = takeAttempt(parts, request, response);
    const done = attempt ? await finishOpenid(parts, request, attempt) : reject('identity.signInInterrupted');
    const page = attempt?.connects ? '/konto' : '/anmelden';
    redirect(response, isRejection(done) ? refusedAt(page, done) : (attempt?.returnTo ?? '/'));
  });
  router.post(
    '/sign-in/openid/:id/logout',
    urlencoded({ extended: false, limit: '32kb' }),
    async (request, response) => {
      answer(response, await endedByProvider(parts, request.params.id, request.body as Record<string, unknown>));
    },
  );
  return router;
}

/** Where to send the person, with what this browser has to bring back. */
export async function beginOpenid(
  parts: IdentityParts,
  response: Response,
  wanted: Pick<Attempt, 'directory' | 'returnTo' | 'connects'>,
): Promise<string | Rejection> {
  const found = await findDirectory(parts.database, parts.rules, wanted.directory, 'openid');
  if (!found) return reject('identity.directoryUnknown');
  const begun = await found.directory.connector.begin(callbackOf(parts, wanted.directory));
  if (begun.kind !== 'attested') return refusal(wanted.directory, begun);
  const until = parts.wallClock.now().getTime() + ATTEMPT_MILLISECONDS;
  const attempt: Attempt = { ...begun.attempt, ...wanted, until };
  const sealed = sealKey(parts.secret, Buffer.from(JSON.stringify(attempt)));
  response.cookie(COOKIE, Buffer.from(sealed).toString('base64url'), {
    ...cookieOptions(parts),
    maxAge: ATTEMPT_MILLISECONDS,
  });
  return begun.url;
}

/** Where the provider wants to hear that the person of this session leaves; null where it does not. */
export async function leaveTo(parts: IdentityParts, request: Request): Promise<string | null> {
  const { mandantId, directory } = request.session;
  if (!mandantId || directory === undefined) return null;
  const { session, provider } = await parts.database.transaction(mandantId, async (queries) => ({
    session: await findDirectorySession(queries, request.sessionID),
    provider: await findProvider(queries, parts.rules, mandantId, directory),
  }));
  const tokens = session && openTokens(parts.secret, session.sealedTokens);
  if (!tokens || isRejection(tokens) || !provider) return null;
  return provider.connector.endSessionUrl(tokens, `${parts.url()}/anmelden`);
}

async function finishOpenid(parts: IdentityParts, request: Request, attempt: Attempt): Promise<object | Rejection> {
  // One provider must not finish what another has begun (RFC 9700, section 4.4).
  if (request.params['id'] !== attempt.directory) return reject('identity.signInInterrupted');
  const found = await findDirectory(parts.database, parts.rules, attempt.directory, 'openid');
  if (!found) return reject('identity.directoryUnknown');
  const { mandantId, directory } = found;
  const returned = new URL(callbackOf(parts, directory.id));
  returned.search = request.url.split('?')[1] ?? '';
  const finished = await directory.connector.finish(returned, attempt);
  if (finished.kind !== 'attested') return refusal(directory.id, finished);
  const { attestation } = finished;
  if (!attestation) return refusal(directory.id, { kind: 'refused', reason: 'about nobody' });
  const context = { mandantId, actor: { kind: 'system', name: 'sign-in' } } as const;
  if (attempt.connects !== null) {
    const { issuer, subject } = attestation;
    const account = { personId: attempt.connects, issuer, subject, name: directory.name };
    return parts.runner.run(context, linkAccount, account);
  }
  const admitted = await parts.runner.run(context, admitPerson, { attestation, directory });
  if (isRejection(admitted)) return admitted;
  const { personId } = admitted;
  const who = await openSession(parts, request, { mandantId, personId, directory: directory.id });
  if (isRejection(who)) return who;
  return keepSession(parts, request, { mandantId, personId, directory, finished, subject: attestation });
}

interface KeptSession {
  readonly mandantId: Id;
  readonly personId: Id;
  readonly directory: OpenidDirectory;
  readonly finished: OpenidSession;
  readonly subject: { readonly issuer: string; readonly subject: string };
}

/** Remembers whose session it is at the provider, so that it can be confirmed and ended. */
async function keepSession(parts: IdentityParts, request: Request, kept: KeptSession): Promise<object> {
  const { mandantId, personId, directory, finished, subject } = kept;
  request.session.directory = directory.id;
  await promisify(request.session.save.bind(request.session))();
  const session = {
    sessionId: request.sessionID,
    personId,
    directory: directory.id,
    issuer: subject.issuer,
    subject: subject.subject,
    providerSession: finished.providerSession,
    sealedTokens: sealTokens(parts.secret, finished.tokens),
  };
  await parts.database.transaction(mandantId, (queries) =>
    insertDirectorySession(queries, mandantId, session, CONFIRMED_SECONDS),
  );
  return {};
}

/** OpenID Connect Back-Channel Logout: comes from the provider itself, without a browser. */
async function endedByProvider(
  parts: IdentityParts,
  id: string,
  body: Readonly<Record<string, unknown>> | undefined,
): Promise<object | Rejection> {
  const found = await findDirectory(parts.database, parts.rules, id, 'openid');
  const token = body?.['logout_token'];
  if (!found || typeof token !== 'string') return reject('identity.directoryUnknown');
  const ended = await found.directory.connector.ended(token);
  if (ended.kind !== 'attested') return refusal(id, ended);
  const { issuer, subject, providerSession } = ended;
  const context = { mandantId: found.mandantId, actor: { kind: 'system', name: 'sign-in' } } as const;
  return parts.runner.run(context, endSessions, { issuer, subject, providerSession, directory: id });
}

function takeAttempt(parts: IdentityParts, request: Request, response: Response): Attempt | null {
  const [, text = ''] = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(request.get('cookie') ?? '') ?? [];
  response.clearCookie(COOKIE, cookieOptions(parts));
  const opened = openKey(parts.secret, Buffer.from(text, 'base64url'));
  if (isRejection(opened)) return null;
  const attempt = JSON.parse(Buffer.from(opened).toString()) as Attempt;
  return attempt.until < parts.wallClock.now().getTime() ? null : attempt;
}

function refusal(directory: string, { kind, reason }: { kind: 'refused' | 'away'; reason: string }): Rejection {
  logger.warn({ directory, kind, reason }, 'sign-in by OpenID Connect');
  return reject(kind === 'away' ? 'identity.directoryAway' : 'identity.directoryRefused');
}

/** `lax`: it has to come along when the provider sends the person back. */
function cookieOptions({ url }: IdentityParts): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: url().startsWith('https:'), path: COOKIE_PATH };
}

function callbackOf({ url }: IdentityParts, id: string): string {
  return `${url()}/api/sign-in/openid/${id}/callback`;
}

function refusedAt(page: string, { code }: Rejection): string {
  return `${page}?grund=${code}`;
}

function redirect(response: Response, target: string): void {
  response.setHeader('cache-control', 'no-store');
  response.redirect(303, target);
}

import { promisify } from 'node:util';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { ROLE_PERMISSIONS } from '../contract/permissions.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { SessionView } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { newCsrfToken } from '../platform/http/request-guards.js';
import type { Database } from '../platform/postgres/database.js';
import { findLogin, keepAccess, loadPerson, type PersonRecord } from './identity.queries.js';
import { decoyHash, passwordFits } from './password.js';
import { recordSignIn } from './sign-in.js';
import { recordSignOut } from './sign-out.js';
import { WRONG_PASSWORDS } from './wrong-passwords.js';

export interface IdentityParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
}

/** What it takes to know who sends a request. */
export type SignInParts = Pick<IdentityParts, 'database' | 'clock'>;

export interface SignedIn extends ActContext {
  readonly actor: PersonRecord;
}

const { attempts, minutes } = WRONG_PASSWORDS;

const credentials = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) });

/** Sign-in and what can be asked before it. */
export function signInRoutes(parts: IdentityParts): Router {
  const router = Router();
  const limit = rateLimit({
    windowMs: minutes * 60_000,
    limit: attempts,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    standardHeaders: 'draft-8',
    handler: (_request, response) => answer(response, reject('identity.tooManyAttempts', { minutes })),
  });
  router.post('/sign-in', limit, jsonBody, (request, response, next) => {
    signIn(parts, request).then((value) => answer(response, value), next);
  });
  return router;
}

/** What a signed-in person asks about the own session; mounted behind the CSRF check. */
export function sessionRoutes(parts: IdentityParts): Router {
  const router = Router();
  // Nobody signed in is no refusal: the page asks at every start, and an error in its console would be noise.
  router.get('/session', (request, response, next) => {
    signedIn(parts, request)
      .then((who) => answer(response, isRejection(who) ? null : sessionView(parts, request, who)))
      .catch(next);
  });
  router.post('/sign-out', (request, response, next) => {
    signOut(parts, request).then(() => answer(response, {}), next);
  });
  return router;
}

/** Who sends this request, read anew each time: a switched-off account and a lost role count at once. */
export async function signedIn({ database, clock }: SignInParts, request: Request): Promise<SignedIn | Rejection> {
  const { mandantId, personId } = request.session;
  if (!mandantId || !personId) return reject('identity.notSignedIn');
  const actor = await database.transaction(mandantId, async (queries) => {
    await keepAccess(queries, personId, clock.today());
    return loadPerson(queries, personId);
  });
  return actor ? { mandantId, actor: { ...actor, sessionId: request.sessionID } } : reject('identity.notSignedIn');
}

/** Lets only signed-in people pass; the handler behind it finds them in `response.locals`. */
export function requireSignIn(parts: SignInParts): RequestHandler {
  return (request, response, next) => {
    signedIn(parts, request).then((who) => {
      if (isRejection(who)) return answer(response, who);
      response.locals['who'] = who;
      next();
    }, next);
  };
}

export function whoOf(response: Response): SignedIn {
  return response.locals['who'] as SignedIn;
}

async function signIn(parts: IdentityParts, request: Request): Promise<SessionView | Rejection> {
  const input = credentials.safeParse(request.body);
  if (!input.success) return reject('identity.wrongCredentials');
  const login = await findLogin(parts.database, input.data.login.trim().toLowerCase());
  const fits = await passwordFits(login?.passwordHash ?? (await decoyHash()), input.data.password);
  if (!login || !fits) return reject('identity.wrongCredentials');
  const { mandantId, personId } = login;
  const actor = await parts.database.transaction(mandantId, (queries) => loadPerson(queries, personId));
  if (!actor) return reject('identity.wrongCredentials');
  const who = { mandantId, actor };
  // First of all: nobody is signed in without an audit row.
  await parts.runner.run(who, recordSignIn, { personId });
  // A fresh id: a session id that somebody planted before the sign-in is worth nothing after it.
  await promisify(request.session.regenerate.bind(request.session))();
  Object.assign(request.session, { mandantId, personId, csrfToken: newCsrfToken() });
  return sessionView(parts, request, who);
}

async function signOut(parts: IdentityParts, request: Request): Promise<void> {
  const who = await signedIn(parts, request);
  if (!isRejection(who)) await parts.runner.run(who, recordSignOut, { personId: who.actor.id });
  await promisify(request.session.destroy.bind(request.session))();
}

function sessionView(parts: IdentityParts, request: Request, who: SignedIn): SessionView {
  const { actor, mandantId } = who;
  return {
    csrfToken: request.session.csrfToken ?? '',
    person: {
      id: actor.id,
      name: actor.name,
      unit: actor.unit,
      roles: [...actor.roles],
      permissions: [...new Set(actor.roles.flatMap((role) => ROLE_PERMISSIONS[role]))],
    },
    mandant: { id: mandantId, name: actor.mandantName, demo: actor.mandantKind === 'demo' },
    now: parts.clock.now().toISOString(),
  };
}

import { Router, type Request } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { SignInAnswer, SignInWays, SignOutAnswer } from '../contract/account-views.js';
import { isRejection, reject, type Rejection, type RejectionCode } from '../contract/rejections.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { logger } from '../platform/logger.js';
import { accountRoutes } from './account.http.js';
import { admitPerson } from './admit-person.js';
import { needsSecondFactor, type SignInRules } from './directory.js';
import { findDirectory, houseOf } from './houses.js';
import { findLogin, loadPerson } from './identity.queries.js';
import { leaveTo, openidRoutes } from './openid.http.js';
import { decoyHash, passwordFits } from './password.js';
import { findFactor } from './second-factor.store.js';
import { begunSecondStep, secondStepRoutes } from './second-step.http.js';
import { recordSignOut } from './sign-out.js';
import { endSession, openSession, sessionView, signedIn, type IdentityParts, type Proved } from './signed-in.http.js';
import { WRONG_PASSWORDS } from './wrong-passwords.js';

const { attempts, minutes } = WRONG_PASSWORDS;

const credentials = z.object({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
  /** Name of the directory that knows the password; absent for an account of our own. */
  directory: z.string().max(100).optional(),
});

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
  router.get('/sign-in/ways', (request, response) => {
    answer(response, waysOf(parts.rules, new URLSearchParams(request.url.split('?')[1]).get('grund')));
  });
  return router.use(secondStepRoutes(parts, limit), openidRoutes(parts));
}

/** What a signed-in person asks about the own session and account; mounted behind the CSRF check. */
export function sessionRoutes(parts: IdentityParts): Router {
  const router = Router();
  // Nobody signed in is no refusal: the page asks at every start, and an error in its console would be noise.
  router.get('/session', (request, response, next) => {
    signedIn(parts, request)
      .then(async (who) => answer(response, isRejection(who) ? null : await sessionView(parts, request, who)))
      .catch(next);
  });
  router.post('/sign-out', (request, response, next) => {
    signOut(parts, request).then((value) => answer(response, value), next);
  });
  return router.use(accountRoutes(parts));
}

async function signIn(parts: IdentityParts, request: Request): Promise<SignInAnswer | Rejection> {
  const input = credentials.safeParse(request.body);
  if (!input.success) return reject('identity.wrongCredentials');
  const { login, password, directory } = input.data;
  const proved =
    directory === undefined
      ? await ownAccount(parts, login, password)
      : await askLdap(parts, directory, login, password);
  if (isRejection(proved)) return proved;
  const step = await stepAfter(parts, proved);
  if (step) return begunSecondStep(parts, request, { ...proved, step });
  const who = await openSession(parts, request, proved);
  return isRejection(who) ? who : sessionView(parts, request, who);
}

async function ownAccount({ database }: IdentityParts, login: string, password: string): Promise<Proved | Rejection> {
  const found = await findLogin(database, login.trim().toLowerCase());
  const fits = await passwordFits(found?.passwordHash ?? (await decoyHash()), password);
  if (!found || !fits) return reject('identity.wrongCredentials');
  return { mandantId: found.mandantId, personId: found.personId };
}

async function askLdap(
  { database, runner, rules }: IdentityParts,
  id: string,
  login: string,
  password: string,
): Promise<Proved | Rejection> {
  const found = await findDirectory(database, rules, id, 'ldap');
  if (!found) return reject('identity.directoryUnknown');
  const { mandantId, directory } = found;
  const checked = await directory.connector.check(login.trim(), password);
  if (checked.kind !== 'attested') {
    logger.info({ directory: id, kind: checked.kind, reason: checked.reason }, 'sign-in by LDAP');
    return reject(checked.kind === 'away' ? 'identity.directoryAway' : 'identity.wrongCredentials');
  }
  const context = { mandantId, actor: { kind: 'system', name: 'sign-in' } } as const;
  const admitted = await runner.run(context, admitPerson, { attestation: checked.attestation, directory });
  return isRejection(admitted) ? admitted : { mandantId, personId: admitted.personId, directory: id };
}

/** What is still missing after the password. */
async function stepAfter(
  { database, rules }: IdentityParts,
  { mandantId, personId }: Proved,
): Promise<'code' | 'enrol' | null> {
  return database.transaction(mandantId, async (queries) => {
    if (await findFactor(queries, personId)) return 'code';
    const person = await loadPerson(queries, personId);
    const { secondFactor } = await houseOf(queries, rules, mandantId);
    return needsSecondFactor(secondFactor, person?.roles ?? []) ? 'enrol' : null;
  });
}

async function signOut(parts: IdentityParts, request: Request): Promise<SignOutAnswer> {
  const who = await signedIn(parts, request);
  if (isRejection(who)) {
    if (who.code === 'identity.notSignedIn') await endSession(request);
    return { leaveTo: null };
  }
  const target = await leaveTo(parts, request);
  await parts.runner.run(who, recordSignOut, { personId: who.actor.id });
  await endSession(request);
  return { leaveTo: target };
}

/** Refusals without values that an address may name: it can only bring up one of these sentences. */
const TOLD: readonly RejectionCode[] = [
  'identity.directoryUnknown',
  'identity.directoryAway',
  'identity.directoryRefused',
  'identity.signInInterrupted',
  'identity.noPlace',
  'identity.accountNotLinked',
  'identity.accountOff',
  'identity.placeMissing',
  'identity.nameUnusable',
  'identity.accountTaken',
  'identity.accountLinked',
];

function waysOf({ houses }: SignInRules, told: string | null): SignInWays {
  const code = TOLD.find((known) => known === told);
  return {
    directories: houses.flatMap(({ directories }) => directories.map(({ id, name, kind }) => ({ id, name, kind }))),
    refusal: code ? reject(code) : null,
  };
}

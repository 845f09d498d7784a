import { randomBytes } from 'node:crypto';
import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import type { EnrolmentView, RecoveryCodes, SecondStep } from '../contract/account-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { SessionView } from '../contract/views.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { beginSession, type PendingSignIn } from '../platform/http/session.js';
import { sealKey } from '../signatur/keys/seal-key.js';
import { confirmSecondFactor } from './confirm-second-factor.js';
import { loadPerson, type PersonRecord } from './identity.queries.js';
import { openSession, sessionView, type IdentityParts, type Proved } from './signed-in.http.js';
import { base32, enrolmentUri, SECRET_BYTES } from './totp.js';
import { limitWrongPasswords, WRONG_PASSWORDS } from './wrong-passwords.js';

/** Enough to find the device; whoever comes back later types the password again. */
const STEP_MILLISECONDS = 10 * 60_000;

/** What somebody types from an app or from a list; spaces and dashes are theirs to choose. */
export const typedCode = z.object({ code: z.string().min(6).max(40) });

/** Keeps that the password was right. Until the second step nobody is signed in: everything else is refused. */
export async function begunSecondStep(
  { wallClock }: IdentityParts,
  request: Request,
  { mandantId, personId, directory, step }: Proved & Pick<PendingSignIn, 'step'>,
): Promise<SecondStep> {
  const until = wallClock.now().getTime() + STEP_MILLISECONDS;
  await beginSession(request, { pending: { mandantId, personId, directory, step, until } });
  return { secondFactor: step };
}

/** The step after the password. `limit` counts wrong codes of an address as wrong passwords, `tries` those of a person. */
export function secondStepRoutes(parts: IdentityParts, limit: RequestHandler): Router {
  const router = Router();
  const tries = limitWrongPasswords();

  const within = <T extends object>(
    request: Request,
    step: PendingSignIn['step'],
    work: (pending: PendingSignIn) => Promise<T | Rejection>,
  ): Promise<T | Rejection> => {
    const { pending } = request.session;
    const now = parts.wallClock.now();
    if (pending?.step !== step || pending.until < now.getTime()) {
      return Promise.resolve(reject('identity.notSignedIn'));
    }
    return work(pending);
  };
  const counted = async <T>(personId: string, attempt: () => Promise<T | Rejection>): Promise<T | Rejection> => {
    if (tries.mayTry(personId, parts.wallClock.now()) === 'tooMany') {
      return reject('identity.tooManyAttempts', { minutes: WRONG_PASSWORDS.minutes });
    }
    const result = await attempt();
    if (!isRejection(result)) tries.wasRight(personId);
    return result;
  };

  router.post('/sign-in/second-factor', limit, jsonBody, async (request, response) => {
    const input = typedCode.safeParse(request.body);
    const signIn = (pending: PendingSignIn): Promise<SessionView | Rejection> =>
      counted(pending.personId, async () => {
        if (!input.success) return reject('identity.codeWrong');
        const proof = { ...input.data, secret: parts.secret, now: parts.wallClock.now() };
        const who = await openSession(parts, request, { ...pending, proof });
        return isRejection(who) ? who : sessionView(parts, request, who);
      });
    answer(response, await within(request, 'code', signIn));
  });

  router.post('/sign-in/second-factor/enrol', limit, async (request, response) => {
    const enrol = async ({ mandantId, personId }: PendingSignIn): Promise<EnrolmentView | Rejection> => {
      const person = await parts.database.transaction(mandantId, (queries) => loadPerson(queries, personId));
      return person ? beginEnrolment(parts, request, person) : reject('identity.notSignedIn');
    };
    answer(response, await within(request, 'enrol', enrol));
  });

  router.post('/sign-in/second-factor/confirm', limit, jsonBody, async (request, response) => {
    const confirm = (pending: PendingSignIn): Promise<(RecoveryCodes & { session: SessionView }) | Rejection> =>
      counted(pending.personId, async () => {
        const { mandantId, personId } = pending;
        const actor = await parts.database.transaction(mandantId, (queries) => loadPerson(queries, personId));
        if (!actor) return reject('identity.notSignedIn');
        const confirmed = await finishEnrolment(parts, request, { mandantId, actor });
        if (isRejection(confirmed)) return confirmed;
        const who = await openSession(parts, request, pending);
        return isRejection(who) ? who : { ...confirmed, session: await sessionView(parts, request, who) };
      });
    answer(response, await within(request, 'enrol', confirm));
  });
  return router;
}

/** Makes a secret for the person's app. It lies sealed in the session, and counts only once a code of it was right. */
export function beginEnrolment(parts: IdentityParts, request: Request, person: PersonRecord): EnrolmentView {
  const secret = randomBytes(SECRET_BYTES);
  request.session.enrolling = {
    sealedSecret: Buffer.from(sealKey(parts.secret, secret)).toString('base64'),
    until: parts.wallClock.now().getTime() + STEP_MILLISECONDS,
  };
  return { secret: base32(secret), uri: enrolmentUri(secret, person.name, `Laufmappe ${person.mandantName}`) };
}

/** Checks the first code of the app and puts the factor into force. */
export async function finishEnrolment(
  parts: IdentityParts,
  request: Request,
  { mandantId, actor }: { readonly mandantId: string; readonly actor: PersonRecord },
): Promise<RecoveryCodes | Rejection> {
  const input = typedCode.safeParse(request.body);
  const { enrolling } = request.session;
  const now = parts.wallClock.now();
  if (!enrolling || enrolling.until < now.getTime()) return reject('identity.enrolmentOver');
  if (!input.success) return reject('identity.codeWrong');
  const sealedSecret = Buffer.from(enrolling.sealedSecret, 'base64');
  const enrolment = { personId: actor.id, sealedSecret, ...input.data, secret: parts.secret, now };
  const confirmed = await parts.runner.run({ mandantId, actor }, confirmSecondFactor, enrolment);
  if (!isRejection(confirmed)) delete request.session.enrolling;
  return confirmed;
}

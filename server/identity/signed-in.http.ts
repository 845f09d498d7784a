import { promisify } from 'node:util';
import type { Request, RequestHandler, Response } from 'express';
import { ROLE_PERMISSIONS } from '../contract/permissions.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id, SessionView } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import { answer } from '../platform/http/answer.js';
import { newCsrfToken } from '../platform/http/request-guards.js';
import { beginSession, newDraftKey } from '../platform/http/session.js';
import type { Database } from '../platform/postgres/database.js';
import { loadOwnWords } from '../wording/wording.views.js';
import { confirmSession } from './confirm-session.js';
import type { SignInRules } from './directory.js';
import { keepAccess, loadPerson, type PersonRecord } from './identity.queries.js';
import { recordSignIn, type SignedInBy } from './sign-in.js';

export interface IdentityParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  /** Clock of the machine: devices and directories know no other, and that of a demo may have been moved. */
  readonly wallClock: Clock;
  readonly rules: SignInRules;
  /** Seals second factors and the tokens of directories. */
  readonly secret: Uint8Array;
  /** Address under which people reach the server, known once it listens. */
  readonly url: () => string;
}

/** What it takes to know who sends a request. */
export type SignInParts = Pick<IdentityParts, 'database' | 'runner' | 'clock' | 'rules' | 'secret'>;

export interface SignedIn extends ActContext {
  readonly actor: PersonRecord;
}

/** Who sends this request, read anew each time: a switched-off account and a lost role count at once. */
export async function signedIn(parts: SignInParts, request: Request): Promise<SignedIn | Rejection> {
  const { mandantId, personId, directory } = request.session;
  if (!mandantId || !personId) return reject('identity.notSignedIn');
  if (directory !== undefined) {
    const refused = await confirmSession(parts, mandantId, request.sessionID);
    if (refused) {
      await endSession(request);
      return refused;
    }
  }
  const actor = await parts.database.transaction(mandantId, async (queries) => {
    await keepAccess(queries, personId, parts.clock.today());
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

/** Somebody who has proved who they are, before anything is open to them. */
export interface Proved extends Omit<SignedInBy, 'personId'> {
  readonly mandantId: Id;
  readonly personId: Id;
}

/** Signs a person in who has proved everything that is asked of them. */
export async function openSession(
  parts: IdentityParts,
  request: Request,
  proved: Proved,
): Promise<SignedIn | Rejection> {
  const { mandantId, personId } = proved;
  const actor = await parts.database.transaction(mandantId, (queries) => loadPerson(queries, personId));
  if (!actor) return reject('identity.wrongCredentials');
  const who = { mandantId, actor };
  // First of all: nobody is signed in without an audit row.
  const recorded = await parts.runner.run(who, recordSignIn, proved);
  if (isRejection(recorded)) return recorded;
  await beginSession(request, { mandantId, personId, csrfToken: newCsrfToken(), draftKey: newDraftKey() });
  return who;
}

export function endSession(request: Request): Promise<unknown> {
  return promisify(request.session.destroy.bind(request.session))();
}

export async function sessionView(
  { clock, database }: Pick<IdentityParts, 'clock' | 'database'>,
  request: Request,
  { actor, mandantId }: SignedIn,
): Promise<SessionView> {
  return {
    csrfToken: request.session.csrfToken ?? '',
    draftKey: request.session.draftKey ?? '',
    person: {
      id: actor.id,
      name: actor.name,
      unit: actor.unit,
      roles: [...actor.roles],
      permissions: [...new Set(actor.roles.flatMap((role) => ROLE_PERMISSIONS[role]))],
    },
    mandant: { id: mandantId, name: actor.mandantName, demo: actor.mandantKind === 'demo' },
    wording: await database.transaction(mandantId, loadOwnWords),
    now: clock.now().toISOString(),
  };
}

import express, { Router, type Request, type RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { LONGEST_PAGE, PAGE, type AuthorityView } from '../contract/barriere-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { signedIn, type SignInParts } from '../identity/signed-in.http.js';
import type { ActContext } from '../platform/act-runner.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { listRunningMandanten } from '../platform/postgres/mandanten.js';
import { linesOfText, optionalLine } from '../platform/typed-text.js';
import { loadAuthority } from './barriere.views.js';
import { tellBarriere } from './tell-barriere.js';

const MINUTES = 15;
const REPORTS = { visitor: 5, colleague: 30 };

const body = z.object({
  page: z.string().max(LONGEST_PAGE).regex(PAGE),
  description: linesOfText(4_000, 3),
  contact: optionalLine(200),
});

/**
 * Where everybody tells what they could not use, signed in or not, and whose statement on accessibility they read. Without a
 * sign-in it goes to the only Mandant; where there are several, nobody can know to whom.
 */
export function barriereDoor(parts: SignInParts): Router {
  const small = express.json({ limit: '32kb' });
  return Router()
    .get('/authority', async (request, response) => answer(response, await authority(parts, request)))
    .post('/barrieren', attempts(), small, jsonBody, async (request, response) => {
      answer(response, await tell(parts, request));
    });
}

/** One count for each person; people without a sign-in share one with whoever has their address. */
function attempts(): RequestHandler {
  return rateLimit({
    windowMs: MINUTES * 60_000,
    limit: ({ session }) => (session.personId ? REPORTS.colleague : REPORTS.visitor),
    keyGenerator: ({ session, ip }) => session.personId ?? ipKeyGenerator(ip ?? ''),
    legacyHeaders: false,
    // Sets `RateLimit` and, with the refusal, `Retry-After`.
    standardHeaders: 'draft-8',
    handler: (_request, response) => answer(response, reject('barriere.tooMany', { minutes: MINUTES })),
  });
}

async function tell(parts: SignInParts, request: Request): Promise<object | Rejection> {
  const told = body.safeParse(request.body);
  if (!told.success) {
    const fields = [...new Set(told.error.issues.map(({ path }) => path.join('.') || 'input'))].join(', ');
    return reject('platform.invalidInput', { fields });
  }
  const who = await tellerOf(parts, request);
  if (!who) return reject('barriere.signInFirst');
  const done = await parts.runner.run(who, tellBarriere, told.data);
  // Nobody outside has a use for the id.
  return isRejection(done) ? done : {};
}

async function authority(parts: SignInParts, request: Request): Promise<AuthorityView> {
  const who = await tellerOf(parts, request);
  return { authority: who && (await parts.database.transaction(who.mandantId, loadAuthority)) };
}

/** Who asks: the person who has signed in, or a visitor of the only Mandant; null where nobody can say of which. */
async function tellerOf(parts: SignInParts, request: Request): Promise<ActContext | null> {
  const person = await signedIn(parts, request);
  if (!isRejection(person)) return person;
  const mandantId = only(await listRunningMandanten(parts.database));
  return mandantId === null ? null : { mandantId, actor: { kind: 'system', name: 'visitor' } };
}

function only(mandanten: readonly Id[]): Id | null {
  const [first, ...others] = mandanten;
  return first !== undefined && others.length === 0 ? first : null;
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { OperatorSession } from '../contract/mandant-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { decoyHash, passwordFits } from '../identity/password.js';
import { WRONG_PASSWORDS } from '../identity/wrong-passwords.js';
import type { ActRunner } from '../platform/act-runner.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { csrfProtection, newCsrfToken } from '../platform/http/request-guards.js';
import { beginSession } from '../platform/http/session.js';
import { isId } from '../platform/ids.js';
import type { Database } from '../platform/postgres/database.js';
import { acceptInvitation } from './accept-invitation.js';
import type { Administration } from './administration.js';
import { levelOf, type Installation } from '../installation/open-installation.js';
import type { ExportJobs } from './export/export-jobs.js';
import { findInvitation } from './mandant.store.js';
import type { Operator, OperatorDatabase } from './operator.store.js';

export interface OperatorParts {
  readonly operators: OperatorDatabase;
  readonly administration: Administration;
  readonly exports: ExportJobs;
  readonly database: Database;
  readonly runner: ActRunner;
  readonly installation: Installation;
}

const credentials = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) });
const invitationBody = z.object({ token: z.string().max(200), password: z.string().max(2_000) });

/**
 * `/operator`: the shared administration, with accounts of its own. A session of a person opens nothing here, and one of an
 * operator nothing elsewhere: it names no Mandant. `/invitation` sets the password of whoever was invited.
 */
export function operatorRoutes(parts: OperatorParts): Router {
  const router = Router();
  router.post('/invitation', attempts(), jsonBody, async (request, response) => {
    answer(response, await useInvitation(parts, request.body));
  });
  const inside = Router();
  inside.post('/sign-in', attempts(), jsonBody, async (request, response) => {
    answer(response, await signIn(parts, request));
  });
  inside.get('/session', async (request, response) => {
    const operator = await operatorOf(parts, request);
    answer(response, operator && sessionOf(request, operator));
  });
  inside.use(csrfProtection, requireOperator(parts));
  inside.post('/sign-out', async (request, response) => {
    await promisify(request.session.destroy.bind(request.session))();
    answer(response, {});
  });
  mandantRoutes(inside, parts);
  return router.use('/operator', inside);
}

function mandantRoutes(router: Router, { operators, administration, exports, installation }: OperatorParts): void {
  router.get('/zustand', async (_request, response) => {
    answer(response, await installation.view());
  });
  router.get('/zustand/log', (request, response) => {
    const { level, q } = request.query;
    answer(response, installation.log(levelOf(level), typeof q === 'string' ? q : ''));
  });
  router.get('/mandanten', async (_request, response) => {
    answer(response, { items: await operators.overview() });
  });
  router.post('/mandanten', jsonBody, async (request, response) => {
    answer(response, await administration.create(byOf(response), request.body), 201);
  });
  router.use('/mandanten/:id', (request, response, next) => {
    if (!isId(request.params.id)) return answer(response, reject('platform.notFound'));
    next();
  });
  router.get('/mandanten/:id/counts', async (request, response) => {
    answer(response, await operators.counts(request.params.id));
  });
  router.post('/mandanten/:id/suspend', jsonBody, async (request, response) => {
    const { reason } = request.body as { reason?: unknown };
    answer(response, await administration.suspend(byOf(response), String(request.params['id']), reason));
  });
  router.post('/mandanten/:id/resume', async (request, response) => {
    answer(response, await administration.resume(byOf(response), request.params.id));
  });
  router.get('/mandanten/:id/export', (request, response) => {
    answer(response, exports.state(request.params.id));
  });
  router.post('/mandanten/:id/export', async (request, response) => {
    answer(response, await exports.begin(byOf(response), request.params.id));
  });
}

/** The same measure as for people: guessing is slow, whoever types slips. */
function attempts(): RequestHandler {
  const { attempts: limit, minutes } = WRONG_PASSWORDS;
  return rateLimit({
    windowMs: minutes * 60_000,
    limit,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    standardHeaders: 'draft-8',
    handler: (_request, response) => answer(response, reject('identity.tooManyAttempts', { minutes })),
  });
}

async function signIn({ operators }: OperatorParts, request: Request): Promise<OperatorSession | Rejection> {
  const input = credentials.safeParse(request.body);
  if (!input.success) return reject('identity.wrongCredentials');
  const known = await operators.findLogin(input.data.login.trim().toLowerCase());
  const fits = await passwordFits(known?.passwordHash ?? (await decoyHash()), input.data.password);
  if (!known || !fits) return reject('identity.wrongCredentials');
  await beginSession(request, { operatorId: known.id, csrfToken: newCsrfToken() });
  return sessionOf(request, known);
}

async function operatorOf({ operators }: OperatorParts, request: Request): Promise<Operator | null> {
  const { operatorId } = request.session;
  return operatorId === undefined ? null : operators.load(operatorId);
}

/** Read anew each time: a switched-off account ends at once. */
function requireOperator(parts: OperatorParts): RequestHandler {
  return async (request, response, next) => {
    const operator = await operatorOf(parts, request);
    if (!operator) return answer(response, reject('mandant.operatorOnly'));
    response.locals['operator'] = operator;
    next();
  };
}

function sessionOf(request: Request, { name }: Operator): OperatorSession {
  return { csrfToken: request.session.csrfToken ?? '', name };
}

/** As it stands in the Protokoll of the Mandant. */
function byOf(response: Response): string {
  return `mandanten/${(response.locals['operator'] as Operator).login}`;
}

async function useInvitation({ database, runner }: OperatorParts, body: unknown): Promise<object | Rejection> {
  const input = invitationBody.safeParse(body);
  const hash = createHash('sha256')
    .update(input.data?.token ?? '')
    .digest();
  const found = input.success ? await findInvitation(database, hash) : null;
  if (!found || !input.success) return reject('mandant.invitationInvalid');
  const { mandantId, invitationId } = found;
  const context = { mandantId, actor: { kind: 'system', name: 'invitation' } } as const;
  const done = await runner.run(context, acceptInvitation, { invitationId, password: input.data.password });
  return isRejection(done) ? done : {};
}

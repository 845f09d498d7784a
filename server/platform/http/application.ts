import express, { Router, type Express, type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';
import { isRejection, reject } from '../../contract/rejections.js';
import type { HealthView } from '../../contract/views.js';
import type { PersonAct, PreparedAct } from '../act.js';
import { apiPage } from './api-page.js';
import { answer, errorHandler } from './answer.js';
import { inputUnderCondition, underCondition } from './conditional.js';
import { isIdempotencyKey } from './idempotency-key.js';
import { jsonBody } from './json-body.js';
import type { Live } from './live.js';
import { mountRoute, type RouteParts } from './mount-route.js';
import { packedFiles } from './packed-files.js';
import { limitRequests } from './rate-limit.js';
import { csrfProtection, sameOrigin, securityHeaders } from './request-guards.js';
import { personOf } from '../transaction.js';
import { describeApi, type ResponseSchemas } from './openapi.js';
import type { Route } from './routes.js';
import { storableAddress } from './storable-text.js';

export interface ApplicationParts extends RouteParts {
  readonly live: Live;
  readonly sessionHandler: express.RequestHandler;
  readonly requireSignIn: express.RequestHandler;
  /** Lets other systems pass by their token. */
  readonly requireToken: express.RequestHandler;
  /** Requests a minute: of one system, and a hundred times as many of one person, whose page asks for more at once. */
  readonly requestsPerMinute: number;
  /** Reached before the sign-in: the sign-in itself, demo accounts, health. */
  readonly publicRoutes: Router;
  readonly sessionRoutes: Router;
  // A list of acts with different inputs; each checks its own input by its schema.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly acts: readonly (PersonAct<any> | PreparedAct<any>)[];
  readonly routes: readonly Route[];
  /** The editor server that the page may frame, and what answers it; null or left out: none is set up. */
  readonly editor?: { readonly origin: string; readonly router: Router } | null;
  readonly health: () => Promise<HealthView>;
  /** What the routes and acts answer, for the description of the API. */
  readonly responses: ResponseSchemas;
  /** Folder of the built client. */
  readonly clientFolder: string;
}

/** The whole HTTP side: guards first, then the few public routes, then everything else behind the sign-in. */
export function createApplication(parts: ApplicationParts): Express {
  const application = express();
  application.disable('x-powered-by');
  // Answers of the API are never cached; files carry their hash.
  application.disable('etag');
  application.set('query parser', 'simple');
  application.use(securityHeaders(parts.editor?.origin));
  application.use(sameOrigin, storableAddress);
  application.get('/api/health', async (_request, response) => answer(response, await parts.health()));
  if (parts.editor) application.use('/wopi', parts.editor.router);
  application.use('/api', apiDescription(parts));
  const offered = offeredRoutes(parts);
  const systems = Router().use(
    parts.requireToken,
    limitRequests(parts.requestsPerMinute, parts.who),
    offered,
    notFound,
  );
  // A request that brings a token is judged by it alone: no cookie is read, and none is set. Another scheme is not ours:
  // a proxy before us may ask for a password of its own.
  application.use('/api', (request, response, next) =>
    /^bearer\b/i.test(request.get('authorization') ?? '') ? systems(request, response, next) : next(),
  );
  application.use('/api', parts.sessionHandler, parts.publicRoutes);
  application.use('/api', csrfProtection, parts.sessionRoutes, parts.requireSignIn);
  application.use('/api', limitRequests(100 * parts.requestsPerMinute, parts.who), liveRoute(parts), offered, notFound);
  application.use(packedFiles(parts.clientFolder, cacheHashedNames));
  application.use(express.static(parts.clientFolder, { index: false, setHeaders: cacheHashedNames }));
  application.get('/{*path}', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(parts.clientFolder, 'index.html'), (error) => error && next(error));
  });
  application.use(errorHandler);
  return application;
}

/** The published description: it holds no data and no secret, so it needs no sign-in. */
function apiDescription(parts: ApplicationParts): Router {
  const description = describeApi(parts, parts.responses);
  const page = apiPage(parts);
  return Router()
    .get('/openapi.json', (_request, response) => answer(response, description))
    .get('/', (_request, response) => void response.type('html').send(page));
}

const notFound: express.RequestHandler = (_request, response) => answer(response, reject('platform.notFound'));

/** Only for pages: a stream lives as long as its session. */
function liveRoute(parts: ApplicationParts): Router {
  return Router().get('/live', (_request, response) => {
    const { mandantId, actor } = parts.who(response);
    parts.live.subscribe({ mandantId, personId: personOf({ actor }).id }, response);
  });
}

/** Everything that people and systems can ask and do. */
function offeredRoutes(parts: ApplicationParts): Router {
  const router = Router();
  for (const act of parts.acts) {
    router.post(`/acts/${act.act as string}`, jsonBody, async (request, response) => {
      const key = request.get('idempotency-key') ?? '';
      if (!isIdempotencyKey(key)) {
        return answer(response, reject('platform.invalidInput', { fields: 'Idempotency-Key' }));
      }
      const input = inputUnderCondition(request, request.body);
      if (isRejection(input)) return answer(response, input);
      const done = (await parts.runner.perform(parts.who(response), act, input, key)) as object;
      answer(response, underCondition(request, done));
    });
  }
  for (const route of parts.routes) mountRoute(router, parts, route);
  return router;
}

/** Built files carry a hash in their names and never change; everything else is asked for again. */
function cacheHashedNames(response: Response, path: string): void {
  const hashed = /-[A-Z0-9]{8}\.(js|css)$|\/media\//.test(path);
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

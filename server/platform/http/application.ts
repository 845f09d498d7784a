import express, { Router, type Express, type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';
import { reject } from '../../contract/rejections.js';
import type { HealthView } from '../../contract/views.js';
import type { PersonAct, PreparedAct } from '../act.js';
import { answer, errorHandler } from './answer.js';
import { isIdempotencyKey } from './idempotency-key.js';
import { jsonBody } from './json-body.js';
import type { Live } from './live.js';
import { mountRoute, type RouteParts } from './mount-route.js';
import { packedFiles } from './packed-files.js';
import { csrfProtection, sameOrigin, securityHeaders } from './request-guards.js';
import { personOf } from '../transaction.js';
import type { Route } from './routes.js';
import { storableAddress } from './storable-text.js';

export interface ApplicationParts extends RouteParts {
  readonly live: Live;
  readonly sessionHandler: express.RequestHandler;
  readonly requireSignIn: express.RequestHandler;
  /** Reached before the sign-in: the sign-in itself, demo accounts, health. */
  readonly publicRoutes: Router;
  readonly sessionRoutes: Router;
  // A list of acts with different inputs; each checks its own input by its schema.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly acts: readonly (PersonAct<any> | PreparedAct<any>)[];
  readonly routes: readonly Route[];
  readonly health: () => Promise<HealthView>;
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
  application.use(securityHeaders);
  application.use(sameOrigin, storableAddress);
  application.get('/api/health', async (_request, response) => answer(response, await parts.health()));
  application.use('/api', parts.sessionHandler, parts.publicRoutes);
  application.use('/api', csrfProtection, parts.sessionRoutes, parts.requireSignIn, signedInRoutes(parts));
  application.use('/api', (_request, response) => answer(response, reject('platform.notFound')));
  application.use(packedFiles(parts.clientFolder, cacheHashedNames));
  application.use(express.static(parts.clientFolder, { index: false, setHeaders: cacheHashedNames }));
  application.get('/{*path}', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(parts.clientFolder, 'index.html'), (error) => error && next(error));
  });
  application.use(errorHandler);
  return application;
}

function signedInRoutes(parts: ApplicationParts): Router {
  const router = Router();
  router.get('/live', (_request, response) => {
    const { mandantId, actor } = parts.who(response);
    parts.live.subscribe({ mandantId, personId: personOf({ actor }).id }, response);
  });
  for (const act of parts.acts) {
    router.post(`/acts/${act.act as string}`, jsonBody, async (request, response) => {
      const key = request.get('idempotency-key') ?? '';
      if (!isIdempotencyKey(key)) {
        return answer(response, reject('platform.invalidInput', { fields: 'Idempotency-Key' }));
      }
      answer(response, (await parts.runner.perform(parts.who(response), act, request.body, key)) as object);
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

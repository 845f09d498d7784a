import express, { Router, type Express, type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';
import { isRejection, reject } from '../../contract/rejections.js';
import type { HealthView } from '../../contract/views.js';
import type { ActContext, ActRunner } from '../act-runner.js';
import type { PersonAct, PreparedAct } from '../act.js';
import type { ObjectStore } from '../objects/object-store.js';
import { answer, answering, errorHandler } from './answer.js';
import type { Live } from './live.js';
import { csrfProtection, sameOrigin, securityHeaders } from './request-guards.js';
import type { Route } from './routes.js';
import { sendFile } from './send-file.js';

export interface ApplicationParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  readonly live: Live;
  readonly sessionHandler: express.RequestHandler;
  readonly requireSignIn: express.RequestHandler;
  readonly who: (response: Response) => ActContext;
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
  application.set('query parser', 'simple');
  application.use(securityHeaders);
  application.use(sameOrigin);
  application.get('/api/health', answering(parts.health));
  application.use('/api', parts.sessionHandler, express.json({ limit: '2mb' }), parts.publicRoutes);
  application.use('/api', csrfProtection, parts.sessionRoutes, parts.requireSignIn, signedInRoutes(parts));
  application.use('/api', (_request, response) => answer(response, reject('platform.notFound')));
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
  router.get('/live', (_request, response) => parts.live.subscribe(parts.who(response).mandantId, response));
  for (const act of parts.acts) {
    router.post(`/acts/${act.act as string}`, (request, response, next) => {
      const key = request.get('idempotency-key') ?? '';
      if (!/^[\w-]{8,100}$/.test(key)) {
        return answer(response, reject('platform.invalidInput', { fields: 'Idempotency-Key' }));
      }
      parts.runner
        .perform(parts.who(response), act, request.body, key)
        .then((value: object) => answer(response, value), next);
    });
  }
  for (const route of parts.routes) mount(router, parts, route);
  return router;
}

function mount(router: Router, parts: ApplicationParts, route: Route): void {
  const path = route.path.replace(/^\/api/, '');
  const { runner, who } = parts;
  switch (route.kind) {
    case 'view':
      router.get(path, (request, response, next) => {
        runner
          .transaction(who(response), async (tx) => {
            tx.require(route.permission);
            return route.load(tx, request.params as Record<string, string>, request.query as Record<string, string>);
          })
          .then((value) => answer(response, value), next);
      });
      return;
    case 'question':
      router.post(path, (request, response, next) => {
        const input = route.schema.safeParse(request.body);
        if (!input.success) {
          const fields = input.error.issues.map((issue) => issue.path.join('.')).join(', ');
          return answer(response, reject('platform.invalidInput', { fields }));
        }
        runner
          .transaction(who(response), async (tx) => {
            tx.require(route.permission);
            return route.answer(tx, input.data);
          })
          .then((value) => answer(response, value), next);
      });
      return;
    case 'file':
      router.get(path, (request, response, next) => {
        runner
          .transaction(who(response), async (tx) => {
            tx.require(route.permission);
            return route.find(tx, request.params as Record<string, string>);
          })
          .then((found) => sendFile(parts.objects, request, response, found))
          .catch(next);
      });
      return;
    case 'upload':
      router.post(path, (request, response, next) => {
        receiveUpload(parts, route, request, response).catch(next);
      });
  }
}

async function receiveUpload(
  parts: ApplicationParts,
  route: Extract<Route, { kind: 'upload' }>,
  request: Request,
  response: Response,
): Promise<void> {
  const context = parts.who(response);
  const allowed = await parts.runner.transaction(context, async (tx) => {
    tx.require(route.permission);
    return {};
  });
  const name = decodedName(request.get('x-file-name'));
  const value = isRejection(allowed)
    ? allowed
    : name === null
      ? reject('platform.invalidInput', { fields: 'x-file-name' })
      : await route.receive(context, name, request);
  // The rest of a refused body is not read; the connection ends with the answer.
  if (isRejection(value)) response.setHeader('connection', 'close');
  answer(response, value, 201);
}

function decodedName(header: string | undefined): string | null {
  try {
    return header ? decodeURIComponent(header) : null;
  } catch {
    return null;
  }
}

/** Built files carry a hash in their names and never change; everything else is asked for again. */
function cacheHashedNames(response: Response, path: string): void {
  const hashed = /-[A-Z0-9]{8}\.(js|css)$|\/media\//.test(path);
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

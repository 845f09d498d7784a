import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type ApiClient } from '../../../test/support/api-client.js';
import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import type { SignInRules } from '../../identity/directory.js';
import { sessionRoutes, signInRoutes } from '../../identity/identity.http.js';
import { requireSignIn, whoOf } from '../../identity/signed-in.http.js';
import { livingSessions, whoSees } from '../../identity/identity.queries.js';
import { requireToken } from '../../identity/token.http.js';
import { systemClock, type SettableClock } from '../clock.js';
import type { ObjectStore } from '../objects/object-store.js';
import { createApplication, type ApplicationParts } from './application.js';
import { openLive } from './live.js';
import type { Route } from './routes.js';
import { openSessions } from './session.js';

/** The HTTP side as the server has it, on a free port of this machine, with the routes and acts of a spec behind it. */
export interface Door {
  readonly url: string;
  readonly bench: Workbench;
  /** The clock of devices and directories; it starts with the present. */
  readonly wallClock: SettableClock;
  signIn(login: string, password?: string): Promise<ApiClient>;
  close(): Promise<void>;
}

export interface DoorOptions {
  readonly routes?: readonly Route[];
  readonly acts?: ApplicationParts['acts'];
  /** The real store with some of its answers replaced by those of a failing disk. */
  readonly objects?: Partial<ObjectStore>;
  readonly heartbeatMilliseconds?: number;
  readonly requestsPerMinute?: number;
  /** How people sign in besides the accounts of the demo. */
  readonly signIn?: SignInRules;
}

export async function openDoor(options: DoorOptions = {}): Promise<Door> {
  const { routes = [], acts = [], objects = {}, heartbeatMilliseconds, requestsPerMinute = 600 } = options;
  const bench = await openWorkbench();
  const { database, runner, clock } = bench;
  const clientFolder = await builtClient();
  const sessions = openSessions(bench.urls.sessionUrl, 'secret of a spec', 'plain');
  const live = openLive({
    url: bench.urls.applicationUrl,
    livingSessions: (mandantId, sessionIds) => livingSessions(database, mandantId, sessionIds),
    whoSees: (mandantId, change, people) => whoSees({ database, clock }, mandantId, change, people),
    heartbeatMilliseconds,
  });
  let url = '';
  const wallClock = systemClock();
  const identity = {
    ...{ database, runner, clock, wallClock },
    rules: options.signIn ?? { houses: [] },
    secret: Buffer.alloc(32, 7),
    url: () => url,
  };
  const server = createServer(
    createApplication({
      runner,
      objects: { ...bench.objects, ...objects },
      live,
      sessionHandler: sessions.handler,
      requireSignIn: requireSignIn(identity),
      requireToken: requireToken({ database, clock }),
      requestsPerMinute,
      who: whoOf,
      publicRoutes: signInRoutes(identity),
      sessionRoutes: sessionRoutes(identity),
      acts,
      routes,
      health: () => Promise.resolve({ state: 'ok', parts: [] }),
      responses: { schemas: {}, routes: {}, acts: {}, queries: {}, headers: {} },
      clientFolder,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    bench,
    wallClock,
    signIn: (login, password) => signIn(url, login, password),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await live.close();
      await sessions.close();
      await bench.close();
      await rm(clientFolder, { recursive: true });
    },
  };
}

async function builtClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-client-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Laufmappe</title>');
  await writeFile(join(folder, 'main-ABCD1234.js'), 'export {};');
  return folder;
}

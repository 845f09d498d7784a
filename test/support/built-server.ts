import type { Permission } from '../../server/contract/permissions.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { signIn, type ApiClient } from './api-client.js';
import { testDatabase, type TestDatabase } from './postgres.js';
import { personWith } from './people.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from './server-process.js';

/** The built server on a database that a test can look into and change. */
export interface BuiltServer extends Pick<ServerProcess, 'url' | 'dataFolder' | 'output'> {
  readonly urls: TestDatabase;
  /** A signed-in demo person; the same one at every call. */
  as(login: string): Promise<ApiClient>;
  with(permission: Permission): Promise<ApiClient>;
  close(): Promise<void>;
}

/** Starts `dist/` on a database of its own; for `beforeAll`, with `close` in `afterAll`. */
export async function openBuiltServer(environment: NodeJS.ProcessEnv = {}): Promise<BuiltServer> {
  const urls = await testDatabase(migrate);
  const folder = await temporaryDataFolder();
  const server = await startServerProcess(folder.path, {
    DATABASE_URL: urls.applicationUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_SESSION_URL: urls.sessionUrl,
    LAUFMAPPE_MODE: 'demo',
    ...environment,
  });
  const clients = new Map<string, Promise<ApiClient>>();
  const as = (login: string) => {
    const client = clients.get(login) ?? signIn(server.url, login);
    clients.set(login, client);
    return client;
  };
  return {
    ...server,
    urls,
    as,
    with: (permission) => as(personWith(permission)),
    close: async () => {
      await server.stop();
      await urls.drop();
      await folder.remove();
    },
  };
}

import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { startEmbeddedPostgres } from '../../server/platform/postgres/launcher/start-embedded-postgres.js';
import type { RealServer } from './real-server.js';
import { stackPath } from './stack-folder.js';

/** The PostgreSQL that came with npm, as a server of its own: Laufmappe reaches it like one that somebody else runs. */
export const postgres: RealServer = {
  name: 'PostgreSQL',
  version: '18',
  install: () => Promise.resolve(),
  start: async ({ instance = 'stack' } = {}) => {
    const folder = stackPath('data', `postgres-${instance}`);
    await mkdir(folder, { recursive: true });
    // As root the database runs as another user, who must pass through.
    await chmod(stackPath(), 0o711);
    const started = performance.now();
    const server = await startEmbeddedPostgres({ dataFolder: folder });
    return {
      address: new URL(server.applicationUrl).host,
      environment: {
        DATABASE_URL: server.applicationUrl,
        DATABASE_OWNER_URL: server.ownerUrl,
        DATABASE_SESSION_URL: server.sessionUrl,
      },
      readyAfterMilliseconds: Math.round(performance.now() - started),
      memory: async () => {
        const status = await readFile(`/proc/${server.processId}/status`, 'utf8').catch(() => '');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
      },
      stop: () => server.stop(),
      kill: async () => {
        process.kill(server.processId, 'SIGKILL');
        await server.stop();
      },
    };
  },
  wipe: (instance) => rm(stackPath('data', `postgres-${instance}`), { recursive: true, force: true }),
};

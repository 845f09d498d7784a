import { rm, writeFile } from 'node:fs/promises';
import { startStack, SERVERS, type RunningStack, type ServerName } from './start-stack.js';
import { stackPath } from './stack-folder.js';

/**
 * `npm run stack [names…] [-- --wipe]`: starts the full profile on loopback and waits for Ctrl-C. Without names:
 * PostgreSQL, MinIO and Zeebe. `--wipe` removes the data of earlier runs first.
 */
async function main(words: readonly string[]): Promise<void> {
  const unknown = words.filter((word) => !(word in SERVERS) && word !== '--wipe');
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(SERVERS).join(', ')}`);
  const chosen = words.filter((word): word is ServerName => word in SERVERS);
  const names: readonly ServerName[] = chosen.length > 0 ? chosen : ['postgres', 'minio', 'zeebe'];
  if (words.includes('--wipe')) for (const name of names) await SERVERS[name].wipe('stack');
  const stopped = signal();
  const stack = await startStack(names, { say: console.log });
  await report(stack);
  await stopped;
  console.log('\nEnding …');
  await stack.stop();
  await rm(environmentFile(), { force: true });
}

async function report({ servers, environment }: RunningStack): Promise<void> {
  const rows = servers.map(async ({ plan, running }) => ({
    server: plan.name,
    version: plan.version,
    address: running.address,
    'ready in': `${(running.readyAfterMilliseconds / 1000).toFixed(1)} s`,
    memory: `${Math.round((await running.memory()) / 1e6)} MB`,
  }));
  console.table(await Promise.all(rows));
  const settings = { ...environment, LAUFMAPPE_MODE: 'demo', LAUFMAPPE_DATA: stackPath('data', 'laufmappe') };
  const lines = Object.entries(settings).map(([name, value]) => `export ${name}='${value}'`);
  await writeFile(environmentFile(), `${lines.join('\n')}\n`, { mode: 0o600 });
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`In another terminal: . ${environmentFile()} && npm start\nCtrl-C ends all of them.`);
}

function environmentFile(): string {
  return stackPath('environment');
}

/** Ctrl-C and `kill` end the servers in order; the servers do not hear Ctrl-C themselves. */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

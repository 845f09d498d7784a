// Outlives the jest run that started it, ends the PostgreSQL of that run and removes its folder. A process of its own,
// because jest offers a worker no hook for its end, and none at all for kill -9.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const [watched = '', folder = ''] = process.argv.slice(2);

// Ctrl-C in the terminal is meant for jest; the keeper follows when jest has ended.
process.on('SIGINT', () => {});
while (isRunning(Number(watched))) await delay(300);
const postgres = postgresOf(folder);
if (postgres !== undefined) {
  process.kill(postgres, 'SIGQUIT');
  while (isRunning(postgres)) await delay(20);
}
rmSync(folder, { recursive: true, force: true });

function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch {
    return false;
  }
}

/** Ended, but never collected by its parent: in a container without an init that is how orphans stay. */
function isZombie(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}

function postgresOf(runFolder) {
  try {
    const file = join(runFolder, 'data', 'postgres', 'cluster', 'postmaster.pid');
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

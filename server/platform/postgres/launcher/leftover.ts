import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processInfo } from '../../process-info.js';

/**
 * Ends a PostgreSQL that outlived its server (kill -9 of the server), so that the next start finds the cluster free.
 * Only a process whose command line names this very cluster is touched.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const processId = await readProcessId(pidFile);
  if (processId === undefined) return;
  if (!(await runsOn(cluster, processId))) {
    // PostgreSQL believes any living process with this number to be its predecessor and refuses to start; in a
    // container, where numbers are small and come again, that would be every second start after a kill.
    await rm(pidFile, { force: true });
    return;
  }
  // Fast shutdown (transactions are rolled back, a checkpoint is written), then immediate, then by force.
  for (const [signal, patience] of [
    ['SIGINT', 4000],
    ['SIGQUIT', 2000],
    ['SIGKILL', 1000],
  ] as const) {
    process.kill(processId, signal);
    if (await ended(cluster, processId, patience)) return;
  }
}

async function ended(cluster: string, processId: number, patience: number): Promise<boolean> {
  const step = 20;
  for (let waited = 0; waited < patience; waited += step) {
    if (!(await runsOn(cluster, processId))) return true;
    await delay(step);
  }
  return false;
}

async function runsOn(cluster: string, processId: number): Promise<boolean> {
  return (await processInfo(processId))?.commandLine.includes(cluster) ?? false;
}

async function readProcessId(pidFile: string): Promise<number | undefined> {
  const firstLine = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0] ?? '';
  return /^\d+$/.test(firstLine) ? Number(firstLine) : undefined;
}

import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartupProblem } from '../../startup-problem.js';

/** The system user under which PostgreSQL runs: ourselves, or `nobody` when we are root, which PostgreSQL refuses. */
export type DatabaseUser = { readonly kind: 'ourselves' } | { readonly kind: 'nobody'; uid: number; gid: number };

/**
 * Finds that user. It must have a name: under a free number PostgreSQL stops with "could not look up effective user ID".
 *
 * @throws StartupProblem `binariesUnusable` for root on a system without `nobody`
 */
export async function databaseUser(): Promise<DatabaseUser> {
  if (process.getuid?.() !== 0) return { kind: 'ourselves' };
  try {
    const [uid, gid] = await Promise.all([idOfNobody('-u'), idOfNobody('-g')]);
    return { kind: 'nobody', uid, gid };
  } catch {
    throw new StartupProblem('binariesUnusable', { reason: 'started as root, and there is no user "nobody"' });
  }
}

/** Options for child processes of that user. */
export function asUser(user: DatabaseUser): { uid?: number; gid?: number } {
  return user.kind === 'nobody' ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether that user can enter a folder: for `nobody` every folder on the way must let others pass (a 0700 home does not). */
export async function canReach(user: DatabaseUser, folder: string): Promise<boolean> {
  if (user.kind === 'ourselves') return true;
  for (let place = await realpath(folder); ; place = dirname(place)) {
    if (((await stat(place)).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

async function idOfNobody(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [flag, 'nobody']);
  return Number.parseInt(stdout, 10);
}

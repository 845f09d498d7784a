import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { StartupProblem } from '../../startup-problem.js';
import { processInfo } from '../../process-info.js';

/**
 * Takes the lock that lets one server at a time use a data folder, and returns how to give it back.
 * The lock of a process that no longer runs (kill -9, power loss) is taken over.
 *
 * @param path lock file; its folder must exist
 * @param folder the data folder, named in the message
 * @throws StartupProblem `alreadyRunning` while the other process lives
 */
export async function acquireProcessLock(path: string, folder: string): Promise<() => Promise<void>> {
  const own = `${process.pid} ${(await processInfo(process.pid))?.startMark ?? ''}`;
  const draft = `${path}.${process.pid}.${Date.now().toString(36)}`;
  await writeFile(draft, own, { mode: 0o600 });
  try {
    // A link appears whole or not at all; creating the lock and then filling it would show others an empty lock.
    while (!(await linked(draft, path))) await removeStaleLock(path, folder);
  } finally {
    await unlink(draft);
  }
  return async () => {
    if ((await content(path)) === own) await unlink(path);
  };
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStaleLock(path: string, folder: string): Promise<void> {
  const found = await content(path);
  if (found === undefined) return;
  const number = found.slice(0, found.indexOf(' '));
  const running = await processInfo(Number(number));
  if (running !== undefined && found === `${number} ${running.startMark}`) {
    throw new StartupProblem('alreadyRunning', { folder, processId: number });
  }
  // Two starters may both find the lock stale. Moving it aside shows which lock was really caught: when the other
  // starter had already replaced it, it is put back. PostgreSQL's own lock covers the instant in between.
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await content(aside)) !== found) await linked(aside, path);
  await rm(aside, { force: true });
}

async function content(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

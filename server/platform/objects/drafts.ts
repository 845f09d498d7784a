import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { processInfo } from '../process-info.js';

/** Files that a running process works on; their names tell which process to ask before they are swept. */
export interface Drafts {
  readonly folder: string;
  readonly prefix: string;
}

/**
 * Makes the folder and hands every draft of a dead process to `sweep`. Several servers may share the folder, and process
 * numbers come again (in containers always the same few), so a draft also carries when its process was started.
 */
export async function openDrafts(
  folder: string,
  sweep: (path: string, sha256?: string) => Promise<void>,
): Promise<Drafts> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const [processId = '', mark = ''] = name.split('-', 2);
    if ((await startMark(Number(processId))) !== mark) await sweep(join(folder, name), name.split('.')[1]);
  }
  return { folder, prefix: `${process.pid}-${await startMark(process.pid)}` };
}

/** A new name for bytes on their way in. */
export function draftPath({ folder, prefix }: Drafts): string {
  return join(folder, `${prefix}-${randomUUID()}`);
}

/** A new name for an object on its way out, so that whoever sweeps it knows which one it was. */
export function asidePath(drafts: Drafts, sha256: string): string {
  return `${draftPath(drafts)}.${sha256}`;
}

async function startMark(processId: number): Promise<string | undefined> {
  const running = await processInfo(processId);
  if (running === undefined) return undefined;
  return createHash('sha256').update(running.startMark).digest('hex').slice(0, 12);
}

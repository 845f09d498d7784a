import { randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders inside the watched one. On the same file system, so that moving a file is one atomic step. */
export interface FolderLayout {
  readonly watched: string;
  readonly work: string;
  readonly done: string;
  readonly failed: string;
}

export function layoutOf(watched: string): FolderLayout {
  return {
    watched,
    work: join(watched, 'in-arbeit'),
    done: join(watched, 'verarbeitet'),
    failed: join(watched, 'fehler'),
  };
}

export async function makeFolders({ work, done, failed }: FolderLayout): Promise<void> {
  for (const folder of [work, done, failed]) await mkdir(folder, { recursive: true });
}

/** A claimed file says in its own name when it came and which it is: after a crash there is nothing else to ask. */
export interface Claim {
  readonly fileName: string;
  readonly receivedAt: Date;
  /** Name as it was dropped; longer ones are shortened, because the claim's name needs room. */
  readonly name: string;
}

export function newClaim(name: string, now: Date): Claim {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const kept = shortened(name);
  return { fileName: `${stamp}-${randomBytes(8).toString('hex')}-${kept}`, receivedAt: now, name: kept };
}

/** Reads the name of a file in the work folder; null for one that this connector did not put there. */
export function readClaim(fileName: string): Claim | null {
  const match = /^(\d{4})(\d{2})(\d{2}T\d{2})(\d{2})(\d{2}Z)-[0-9a-f]{16}-(.+)$/s.exec(fileName);
  if (!match) return null;
  const [, year = '', month = '', dayAndHour = '', minute = '', second = '', name = ''] = match;
  return { fileName, receivedAt: new Date(`${year}-${month}-${dayAndHour}:${minute}:${second}`), name };
}

/** Makes a move survive a power failure: otherwise the file could be back in the watched folder, and come twice. */
export async function syncFolders(...folders: readonly string[]): Promise<void> {
  // Windows cannot open folders; NTFS journals names itself.
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** File systems allow 255 bytes; the stamp takes 34, the ending of the reason file 10. */
const LONGEST_NAME = 200;

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = Buffer.from(name.slice(0, name.length - ending.length)).subarray(0, LONGEST_NAME - ending.length);
  // A letter cut in the middle becomes U+FFFD at the end.
  return stem.toString('utf8').replace(/\ufffd+$/, '') + ending;
}

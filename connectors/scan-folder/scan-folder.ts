import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { IntakePort, Refusal } from './intake-port.js';

/** What one look into the folder brought. `trouble` is null while the folder can be read. */
export interface FolderReport {
  readonly received: number;
  readonly setAside: number;
  readonly trouble: { readonly de: string; readonly en: string } | null;
}

export interface ScanFolder {
  /** Looks once. It has no timer: whoever calls it decides how often. */
  poll(): Promise<FolderReport>;
}

const CLAIMED = '.in-arbeit';
const DONE = 'erledigt';
const FAILED = 'fehler';
// Names under which scanners, browsers and copy programs write before they are done.
const UNFINISHED = /^[.~]|\.(part|partial|tmp|temp|crdownload|filepart)$/i;

/**
 * Watches a folder by looking and comparing; notifications of the file system do not work on network shares.
 *
 * A file is taken when size and time are the same as at the last look. It is claimed by a rename, which two watchers
 * cannot both do, and handed over under the claimed name, so that after a crash the same file has the same key. What is
 * taken moves to „erledigt“, what is refused to „fehler“ with the reason beside it. Other things in it stay untouched.
 */
export function createScanFolder(folder: string, port: IntakePort): ScanFolder {
  let seen = new Map<string, string>();
  return {
    poll: async () => {
      try {
        for (const name of [CLAIMED, DONE, FAILED]) await mkdir(join(folder, name), { recursive: true });
        const present = await listFiles(folder);
        for (const [name, mark] of present) if (seen.get(name) === mark) await claim(folder, name);
        seen = present;
        return await handOver(folder, port);
      } catch (error) {
        return { received: 0, setAside: 0, trouble: troubleOf(folder, error) };
      }
    },
  };
}

/** Regular, finished files with what must stay the same between two looks. */
async function listFiles(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
    const { size, mtimeMs } = await stat(join(folder, entry.name));
    files.set(entry.name, `${size} ${mtimeMs}`);
  }
  return files;
}

function claim(folder: string, name: string): Promise<void> {
  return unlessGone(() => rename(join(folder, name), join(folder, CLAIMED, `${randomUUID()} ${name}`)));
}

/** Only one of two watchers moves a file; for the other it is simply gone. */
async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Hands over everything that is claimed, also what an earlier run left behind. */
async function handOver(folder: string, port: IntakePort): Promise<FolderReport> {
  const report = { received: 0, setAside: 0 };
  for (const claimed of (await readdir(join(folder, CLAIMED))).sort()) {
    let refusal: Refusal | null = null;
    await unlessGone(async () => {
      const outcome = await handOverOne(folder, port, claimed);
      if (outcome === 'received' || outcome === 'setAside') report[outcome] += 1;
      if (typeof outcome === 'object') refusal = outcome;
    });
    if (refusal) return { ...report, trouble: refusal };
  }
  return { ...report, trouble: null };
}

/** Returns a temporary refusal; everything else has been moved away by then. */
async function handOverOne(
  folder: string,
  port: IntakePort,
  claimed: string,
): Promise<'received' | 'duplicate' | 'setAside' | Refusal> {
  const path = join(folder, CLAIMED, claimed);
  const name = claimed.replace(/^[0-9a-f-]{36} /, '');
  const answer = await port.receive({ sourceKey: claimed, name, open: () => createReadStream(path) });
  if (typeof answer === 'string') {
    await rename(path, join(folder, DONE, claimed));
    return answer;
  }
  if (answer.lasts === 'temporary') return answer;
  await writeReason(join(folder, FAILED, `${claimed}.grund.txt`), name, answer);
  await rename(path, join(folder, FAILED, claimed));
  return 'setAside';
}

async function writeReason(path: string, name: string, { de, en }: Refusal): Promise<void> {
  const text = [`„${name}“ wurde nicht übernommen.`, de, '', `"${name}" was not taken.`, en, ''].join('\r\n');
  // UTF-8 with a mark: Windows editors of scanning workstations show umlauts right only so.
  await writeFile(path, `\ufeff${text}`);
}

function troubleOf(folder: string, error: unknown): { de: string; en: string } {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    de: `Der überwachte Ordner ${folder} ist nicht lesbar: ${reason}`,
    en: `The watched folder ${folder} cannot be read: ${reason}`,
  };
}

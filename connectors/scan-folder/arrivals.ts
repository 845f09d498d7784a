import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Size and time of a file at the last look; a file that still grows differs from look to look. */
type Look = string;

export interface Arrivals {
  /** Looks once. @returns names that are ready to be taken, how many still change, and how many are left alone */
  look(): Promise<{ ready: string[]; changing: number; foreign: number }>;
}

const WELL_KNOWN = new Set(['eml', 'pdf', 'xml']);

/**
 * Watches one folder by comparing: notifications do not work on network shares. A file is ready when size and time are
 * the same at two looks; programs that write it must rest at least once between them.
 */
export function createArrivals(folder: string): Arrivals {
  let before = new Map<string, Look>();
  return {
    look: async () => {
      const now = new Map<string, Look>();
      let foreign = 0;
      for (const name of await readdir(folder)) {
        if (name.startsWith('.')) continue;
        const look = await lookAt(join(folder, name));
        if (look === 'folder' || look === null) continue;
        if (look === 'foreign' || !isWellKnown(name)) foreign += 1;
        else now.set(name, look);
      }
      const ready = [...now].filter(([name, look]) => before.get(name) === look).map(([name]) => name);
      before = now;
      return { ready: ready.sort(), changing: now.size - ready.length, foreign };
    },
  };
}

/** Anything else stays where it is: it may be the lock or draft of a program that is still writing. */
function isWellKnown(name: string): boolean {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && WELL_KNOWN.has(ending) && !name.startsWith('~');
}

/** A symbolic link could lead to any file of the machine, so it is never followed. */
async function lookAt(path: string): Promise<Look | null> {
  try {
    const found = await lstat(path, { bigint: true });
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? `${found.size} ${found.mtimeNs} ${found.ino}` : 'foreign';
  } catch (error) {
    // Gone again, or a name that is not UTF-8 and cannot be opened by it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

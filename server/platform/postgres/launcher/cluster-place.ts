import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Say } from '../../startup-problem.js';
import { canReach, type DatabaseUser } from './database-user.js';
import { writeDurably } from '../../durable-file.js';

/**
 * The folder that holds the cluster: inside the data folder, or, when the database user cannot get there (root with a
 * data folder below a 0700 home), a folder of its own below `stateFolder`. That place is written down in the data
 * folder under a random name: whoever deletes the data folder starts anew instead of meeting a database whose
 * passwords went with it, and the old one is still there for rescue.
 *
 * @param home the folder `postgres` inside the data folder
 */
export async function clusterPlace(user: DatabaseUser, home: string, stateFolder: string, say: Say): Promise<string> {
  await mkdir(home, { recursive: true });
  // Set afterwards, because a umask of 077 would take the right to pass through from mkdir.
  await chmod(home, 0o711);
  if (await isFolder(join(home, 'cluster'))) return home;
  const pointer = join(home, 'location');
  const elsewhere = await readFile(pointer, 'utf8').catch(() => '');
  if (elsewhere !== '') return elsewhere.trim();
  if (await canReach(user, home)) return home;
  const place = join(stateFolder, randomBytes(6).toString('hex'));
  await mkdir(place, { recursive: true, mode: 0o755 });
  await writeDurably(pointer, `${place}\n`, 0o644);
  say({
    de: `Der Datenordner ist für den Benutzer „nobody“ nicht erreichbar; die Datenbank liegt in ${place}.`,
    en: `The data folder is out of reach for the user "nobody"; the database lives in ${place}.`,
  });
  return place;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

import { logger } from '../logger.js';
import type { ObjectStore } from '../objects/object-store.js';
import type { Database } from '../postgres/database.js';

// Bytes are stored before the row that refers to them; a day is longer than any transaction or upload takes.
const UNREFERENCED_MILLISECONDS = 24 * 3_600_000;

/**
 * Removes bytes that nothing refers to: uploads whose transaction was rolled back. Bytes that were stored again within
 * the last day are kept by the store itself.
 * @returns how many were removed
 */
export async function sweepObjects(objects: ObjectStore, database: Database): Promise<number> {
  let removed = 0;
  for await (const { sha256 } of objects.list()) {
    const [row] = await database.withoutMandant.query<{ referenced: boolean }>(
      `SELECT object_is_referenced($1) AS referenced`,
      [sha256],
    );
    if (row?.referenced !== false) continue;
    if ((await objects.remove(sha256, UNREFERENCED_MILLISECONDS)) === 'removed') removed += 1;
  }
  if (removed > 0) logger.info({ removed }, 'unreferenced objects removed');
  return removed;
}

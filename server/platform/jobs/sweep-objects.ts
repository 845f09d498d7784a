import { logger } from '../logger.js';
import type { ObjectStore } from '../objects/object-store.js';
import type { Database } from '../postgres/database.js';

// Bytes are stored before the row that refers to them; a day is longer than any transaction or upload takes.
const UNREFERENCED_MILLISECONDS = 24 * 3_600_000;
// Asked in one statement: one by one, 20 million objects are 20 million round trips every day.
const BATCH = 1_000;

/**
 * Removes bytes that nothing refers to: uploads whose transaction was rolled back. Bytes that were stored again within
 * the last day are kept by the store itself.
 * @returns how many were removed
 */
export async function sweepObjects(objects: ObjectStore, database: Database): Promise<number> {
  let removed = 0;
  for await (const orphan of unreferencedObjects(objects, database)) {
    if ((await objects.remove(orphan.sha256, UNREFERENCED_MILLISECONDS)) === 'removed') removed += 1;
  }
  if (removed > 0) logger.info({ removed }, 'unreferenced objects removed');
  return removed;
}

/** Objects that no row of any Mandant refers to; also those that a row is just about to refer to. */
export async function* unreferencedObjects(
  objects: Pick<ObjectStore, 'list'>,
  database: Pick<Database, 'withoutMandant'>,
): AsyncIterable<{ readonly sha256: string; readonly size: number }> {
  const sizes = new Map<string, number>();
  const ask = async () => {
    const rows = await database.withoutMandant.query<{ sha256: string }>(`SELECT unreferenced_objects($1) AS sha256`, [
      [...sizes.keys()],
    ]);
    const found = rows.map(({ sha256 }) => ({ sha256, size: sizes.get(sha256) ?? 0 }));
    sizes.clear();
    return found;
  };
  for await (const { sha256, size } of objects.list()) {
    sizes.set(sha256, size);
    if (sizes.size >= BATCH) yield* await ask();
  }
  yield* await ask();
}

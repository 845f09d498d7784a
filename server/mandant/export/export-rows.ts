import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../contract/views.js';
import { writeDurably } from '../../platform/durable-file.js';
import type { Database } from '../../platform/postgres/database.js';
import { checkpointName, readCheckpoints } from '../../protokoll/checkpoint-folder.js';
import { exportLine } from '../../protokoll/export-protokoll.js';
import { streamProtokoll } from '../../protokoll/protokoll-rows.js';
import { inOneMoment, LEFT_OUT, listMandantTables, streamHashes, streamRows } from './export.store.js';
import { hashOfFile, writeHashed } from './hashed-file.js';
import type { ExportedRows } from './manifest.js';

export interface ExportRowsParts {
  readonly database: Database;
  readonly mandantId: Id;
  readonly folder: string;
  /** Where checkpoints of the Protokoll lie. */
  readonly checkpoints: string;
  readonly onRows: (count: number) => void;
}

/**
 * Writes every row of the Mandant, as they were at one moment, into `rows/`. A broken run leaves `rows.partial`, which
 * the next one begins anew: half of two moments is worth nothing.
 */
export async function exportRows(parts: ExportRowsParts): Promise<ExportedRows> {
  const { database, mandantId, folder } = parts;
  const partial = join(folder, 'rows.partial');
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const inside = await inOneMoment(database, mandantId, async (queries) => {
    const tables: ExportedRows['tables'] = [];
    for (const { table, columns } of await listMandantTables(queries)) {
      if (table in LEFT_OUT) continue;
      const file = `${table}.jsonl`;
      const counted = counting(streamRows(queries, mandantId, table), parts.onRows);
      const written = await writeHashed(join(partial, file), counted.pieces);
      tables.push({ table, columns: [...columns], file: `rows/${file}`, rows: counted.count(), ...written });
    }
    const hashes = counting(streamHashes(queries, mandantId), () => undefined);
    const written = await writeHashed(join(partial, 'objects.txt'), hashes.pieces);
    return { tables, objectList: { file: 'rows/objects.txt', objects: hashes.count(), ...written } };
  });
  const leftOut = Object.entries(LEFT_OUT).map(([table, reason]) => ({ table, reason }));
  const rows = { ...inside, leftOut, ...(await exportProtokoll(parts, partial)) };
  await writeDurably(join(partial, 'rows.json'), JSON.stringify(rows), 0o600);
  await rename(partial, join(folder, 'rows'));
  return rows;
}

/** Checkpoints first: the rows that follow are then at least as many as the last of them speaks of. */
async function exportProtokoll(
  { database, mandantId, checkpoints }: ExportRowsParts,
  partial: string,
): Promise<Pick<ExportedRows, 'protokoll' | 'checkpoints'>> {
  const copied: ExportedRows['checkpoints'] = [];
  const place = join('checkpoints', mandantId);
  await mkdir(join(partial, place), { recursive: true, mode: 0o700 });
  for (const { size } of (await readCheckpoints(checkpoints, mandantId)).checkpoints) {
    const name = join(place, checkpointName(size));
    await copyFile(join(checkpoints, mandantId, checkpointName(size)), join(partial, name));
    const hashed = await hashOfFile(join(partial, name));
    if (hashed) copied.push({ file: join('rows', name), ...hashed });
  }
  let rows = 0;
  const lines = async function* () {
    for await (const row of streamProtokoll(database, mandantId)) {
      rows += 1;
      yield exportLine(row);
    }
  };
  const written = await writeHashed(join(partial, 'protokoll.jsonl'), lines());
  return { protokoll: { file: 'rows/protokoll.jsonl', rows, ...written }, checkpoints: copied };
}

function counting(batches: AsyncIterable<string[]>, tell: (count: number) => void) {
  let count = 0;
  const pieces = async function* () {
    for await (const batch of batches) {
      count += batch.length;
      tell(batch.length);
      yield `${batch.join('\n')}\n`;
    }
  };
  return { pieces: pieces(), count: () => count };
}

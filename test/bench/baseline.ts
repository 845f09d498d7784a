import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listMandanten } from '../../server/platform/postgres/mandanten.js';
import { openInstalledDatabase } from '../../server/protokoll/open-database.js';

/** The least that taking letters in can cost: each hashed and written durably, one after the other. Milliseconds in all. */
export async function copyDurably(letters: readonly Uint8Array[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-bench-'));
  const began = performance.now();
  for (const [index, bytes] of letters.entries()) {
    createHash('sha256').update(bytes).digest();
    const file = await open(join(folder, String(index)), 'wx');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  }
  const took = performance.now() - began;
  await rm(folder, { recursive: true });
  return took;
}

/** The least that a change can cost: a transaction on the same database that writes one row of the outbox's size. */
export async function commitOnce(dataFolder: string, times: number): Promise<number[]> {
  const opened = await openInstalledDatabase({ LAUFMAPPE_DATA: dataFolder });
  if (!opened) throw new Error('the benchmark has no database');
  const { database, close } = opened;
  const [mandant = ''] = await listMandanten(database);
  const took: number[] = [];
  for (let count = 0; count < times; count++) {
    const began = performance.now();
    await database.transaction(mandant, (queries) => queries.query(`SELECT txid_current()`));
    took.push(performance.now() - began);
  }
  await close();
  return took;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActRunner } from '../../../server/platform/act-runner.js';
import { systemClock } from '../../../server/platform/clock.js';
import { newId } from '../../../server/platform/ids.js';
import { openDatabase, type Database } from '../../../server/platform/postgres/database.js';
import { startEmbeddedPostgres } from '../../../server/platform/postgres/launcher/start-embedded-postgres.js';
import { migrate } from '../../../server/platform/postgres/migrate.js';
import { appendProtokoll } from '../../../server/protokoll/append-protokoll.js';
import { writeCheckpoints } from '../../../server/protokoll/checkpoint-keeper.js';
import { listKeys } from '../../../server/protokoll/key.store.js';
import { streamProtokoll } from '../../../server/protokoll/protokoll.store.js';
import { isProved } from '../../../server/protokoll/verdict-text.js';
import { verifyDatabase } from '../../../server/protokoll/verify-database.js';
import { temporaryDataFolder } from '../../support/server-process.js';

export interface VerifyMeasured {
  readonly rows: number;
  /** Seconds of the whole check: rows, contents, Merkle tree, signed checkpoints. */
  readonly verifySeconds: number;
  /** Seconds that only reading the same rows takes. */
  readonly readSeconds: number;
  /** Peak memory of this process, in bytes. */
  readonly rss: number;
}

/** As many rows as an office writes at once when it is filled; also how far apart the checkpoints are. */
const TOGETHER = 5_000;

/** Writes a Protokoll as the server does, with a signed checkpoint now and then, and checks the whole of it. */
export async function measure({ rows }: { rows: number }): Promise<VerifyMeasured> {
  const folder = await temporaryDataFolder();
  const checkpoints = await mkdtemp(join(tmpdir(), 'laufmappe-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder: folder.path });
  await migrate(postgres.ownerUrl);
  const database = await openDatabase(postgres.applicationUrl);
  try {
    const mandantId = await fill(database, checkpoints, rows);
    let began = performance.now();
    for await (const _row of streamProtokoll(database, mandantId));
    const readSeconds = (performance.now() - began) / 1000;
    const keys = await database.transaction(mandantId, (queries) => listKeys(queries));
    began = performance.now();
    const [verdict] = await verifyDatabase(database, checkpoints, keys);
    const verifySeconds = (performance.now() - began) / 1000;
    if (!verdict || !isProved(verdict) || verdict.rows < rows)
      throw new Error('the Protokoll of the bench is not proved');
    return { rows: verdict.rows, verifySeconds, readSeconds, rss: process.resourceUsage().maxRSS * 1024 };
  } finally {
    await database.close();
    await postgres.stop();
    await folder.remove();
    await rm(checkpoints, { recursive: true });
  }
}

async function fill(database: Database, folder: string, rows: number): Promise<string> {
  const clock = systemClock();
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => undefined });
  const mandantId = newId();
  const context = { mandantId, actor: { kind: 'system', name: 'bench' } } as const;
  await database.transaction(mandantId, (queries) =>
    queries.query(`INSERT INTO mandant VALUES ($1, 'Messung', 'productive', '1', now())`, [mandantId]),
  );
  const proof = { database, runner, clock, folder, copies: null, secret: Buffer.alloc(32, 9) };
  for (let written = 0; written < rows; written += TOGETHER) {
    await runner.transaction(context, (tx) => {
      const own = tx.under('aufgabe.createAufgabe');
      for (let row = written; row < written + TOGETHER; row++) own.protokoll(entry(row));
      return Promise.resolve({});
    });
    await writeCheckpoints(proof, 20 * TOGETHER);
  }
  await writeCheckpoints(proof, 1);
  return mandantId;
}

/** As large as an everyday row: a sentence in both languages and what it is about. */
function entry(row: number) {
  const text = { de: `Aufgabe angelegt: Sachliche Prüfung ${row}`, en: `Task created: factual check ${row}` };
  return { objectKind: 'aufgabe', objectId: newId(), payload: { vorgangId: newId(), frist: '2026-12-04', text } };
}

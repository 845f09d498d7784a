import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConsistency } from '../../../server/consistency/check-consistency.js';
import { openFolderStore } from '../../../server/platform/objects/folder-store.js';
import { openDatabase } from '../../../server/platform/postgres/database.js';
import { openWorkbench, type Workbench } from '../../support/workbench.js';
import type { ConsistencyMeasured } from '../consistency.bench.js';

/** Makes the stock, spoils three objects of it, and compares. */
export async function measure({ dokumente }: { readonly dokumente: number }): Promise<ConsistencyMeasured> {
  const bench = await openWorkbench();
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-stock-'));
  try {
    await insertStock(bench, dokumente);
    writeObjects(folder, dokumente);
    const objects = await openFolderStore(folder);
    const bareSeconds = await secondsOf(async () => {
      for await (const _object of objects.list());
      await bench.database.transaction(bench.mandantId, (queries) =>
        queries.query(`SELECT count(DISTINCT sha256) FROM (SELECT sha256 FROM dokument_version ORDER BY sha256) v`),
      );
    });
    rmSync(pathOf(folder, 1));
    truncateSync(pathOf(folder, 2), 3);
    rmSync(pathOf(folder, 3));
    const before = process.resourceUsage().maxRSS;
    let findings = 0;
    const seconds = await secondsOf(async () => {
      const { database, runner } = bench;
      const parts = { database, runner, objects, checkpoints: join(folder, 'checkpoints') };
      const report = await checkConsistency(parts, { depth: 'sample', repair: 'look', backup: null });
      findings = report.open.length;
    });
    const megabytes = Math.round((process.resourceUsage().maxRSS - before) / 1024);
    return { seconds, bareSeconds, findings, megabytes };
  } finally {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** 20 Dokumente in a Vorgang, ten Vorgaenge in an Akte. */
async function insertStock({ database, mandantId, urls }: Workbench, dokumente: number): Promise<void> {
  const [akten, vorgaenge] = [Math.ceil(dokumente / 200), Math.ceil(dokumente / 20)];
  const key = (kind: string, number: string) => `md5('${kind} ' || ${number})::uuid`;
  await database.transaction(mandantId, async (queries) => {
    await queries.query(
      `INSERT INTO akte (id, mandant_id, aktenplaneinheit_id, aktenzeichen, betreff, federfuehrung_id, opened_on, last_vorgang)
       SELECT ${key('akte', 'n')}, $1, (SELECT id FROM aktenplaneinheit WHERE kennzeichen = '20.31.05'), 'S-' || n, 'Akte ' || n,
              (SELECT id FROM unit LIMIT 1), '2026-01-01', 10 FROM generate_series(0, $2::int - 1) n`,
      [mandantId, akten],
    );
    await queries.query(
      `INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn, last_dokument)
       SELECT ${key('vorgang', 'n')}, $1, ${key('akte', '(n / 10)')}, 'S-' || n / 10 || '/' || n % 10, 'Vorgang ' || n, 'offen',
              '2026-01-01', 20 FROM generate_series(0, $2::int - 1) n`,
      [mandantId, vorgaenge],
    );
    await queries.query(
      `INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, betreff, art, state, dokument_date, created_at, created_by)
       SELECT ${key('dokument', 'n')}, $1, ${key('vorgang', '(n / 20)')}, n % 20 + 1, 'Dokument ' || n, 'eingang', 'gueltig',
              '2026-01-02', now(), 'bench' FROM generate_series(0, $2::int - 1) n`,
      [mandantId, dokumente],
    );
    await queries.query(
      `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
       SELECT ${key('version', 'n')}, $1, ${key('dokument', 'n')}, 1, 'a.txt', 'text/plain',
              encode(sha256(convert_to('document ' || n, 'UTF8')), 'hex'), length('document ' || n), now(), 'bench'
         FROM generate_series(0, $2::int - 1) n`,
      [mandantId, dokumente],
    );
  });
  await analyse(urls.administratorUrl);
}

/** As autovacuum does it by itself within minutes; the application's role may not. */
async function analyse(url: string): Promise<void> {
  const owner = await openDatabase(url, 1);
  await owner.withoutMandant.query('ANALYZE').finally(() => owner.close());
}

/** Without fsync and without the store: a million puts would take an hour, and are not what is measured. */
function writeObjects(folder: string, dokumente: number): void {
  const made = new Set<string>();
  for (let number = 0; number < dokumente; number += 1) {
    const path = pathOf(folder, number);
    const leaf = join(path, '..');
    if (!made.has(leaf)) mkdirSync(leaf, { recursive: true });
    made.add(leaf);
    writeFileSync(path, `document ${number}`);
  }
}

function pathOf(folder: string, number: number): string {
  const sha256 = createHash('sha256').update(`document ${number}`).digest('hex');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

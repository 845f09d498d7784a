import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { done } from '../../../test/support/closed-vorgang.js';
import { draftDokument } from '../../../test/support/dokumente.js';
import { created } from '../../../test/support/mandanten.js';
import { order, someAkte } from '../../../test/support/weitergaben.js';
import { newId } from '../../platform/ids.js';
import { verifyExport as verifyProtokoll } from '../../protokoll/verify-database.js';
import { exportMandant, type ExportParts } from './export-mandant.js';
import { LEFT_OUT } from './export.store.js';
import { objectPath } from './export-objects.js';
import { verifyExport } from './verify-export.js';

let bench: ActBench;
let home: string;

beforeAll(async () => {
  bench = await openActBench();
  home = await mkdtemp(join(tmpdir(), 'laufmappe-export-'));
  for (const content of ['eins', 'zwei', 'drei']) await draftDokument(bench, { content });
  done(await created(bench));
  // A package that is not made yet has no bytes.
  done(await order(bench, (await someAkte(bench)).akteId));
});
afterAll(async () => {
  await bench.close();
  await rm(home, { recursive: true, force: true });
});

const ignore = () => undefined;
function run(folder: string, own: Partial<ExportParts> = {}, mandantId = bench.mandantId) {
  const parts = { ...bench, ...own };
  return exportMandant(parts, { mandantId, folder, by: 'mandanten/test', onProgress: ignore });
}

describe('exporting a Mandant', () => {
  it('refuses an unknown Mandant, a folder with something else, and one that is complete', async () => {
    expect(await run(join(home, 'nobody'), {}, newId())).toMatchObject({ code: 'mandant.unknown' });
    const used = join(home, 'used');
    done(await run(used));
    expect(await run(used)).toMatchObject({ code: 'mandant.folderNotEmpty' });
    const other = await mkdtemp(join(home, 'other-'));
    await writeFile(join(other, 'liste.txt'), 'x');
    expect(await run(other)).toMatchObject({ code: 'mandant.folderNotEmpty' });
  });

  it('holds every table that a Mandant has, row for row, and nothing of another Mandant', async () => {
    const folder = join(home, 'whole');
    const manifest = done(await run(folder));
    const counted = await countedRows();
    const exported = new Map(manifest.tables.map(({ table, rows }) => [table, rows]));
    // The export itself is a row of the Protokoll, written before the rows were read.
    expect(Object.fromEntries(exported)).toEqual(counted);
    expect(manifest.leftOut.map(({ table }) => table)).toEqual(Object.keys(LEFT_OUT));
    expect(exported.get('public.dokument_version')).toBeGreaterThanOrEqual(3);
    for (const { file, rows } of manifest.tables) {
      const lines = (await readFile(join(folder, file), 'utf8')).split('\n').slice(0, -1);
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ mandant_id: bench.mandantId });
    }
  });

  it('brings the bytes of every Dokument along, and the manifest proves them', async () => {
    const folder = join(home, 'bytes');
    const manifest = done(await run(folder));
    expect(manifest).toMatchObject({ missing: [], objects: { count: manifest.objectList.objects } });
    expect(manifest.objects.count).toBeGreaterThanOrEqual(3);
    expect(await verifyExport(folder)).toMatchObject({ broken: [] });
    const versions = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM dokument_version`);
    for (const { sha256 } of versions) expect((await stat(objectPath(folder, sha256))).isFile()).toBe(true);
  });

  it('is found out when one byte of it is changed, or one object is lost', async () => {
    const folder = join(home, 'changed');
    const manifest = done(await run(folder));
    const [{ sha256 } = { sha256: '' }] = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM dokument_version`);
    await rm(objectPath(folder, sha256));
    expect((await verifyExport(folder))?.broken).toEqual([`objects/${sha256}`]);
    await appendFile(join(folder, manifest.tables[0]?.file ?? ''), ' ');
    expect((await verifyExport(folder))?.broken).toEqual([manifest.tables[0]?.file]);
    await rm(join(folder, 'manifest.json'));
    expect(await verifyExport(folder)).toBeNull();
  });

  it('has a Protokoll that the offline verifier proves', async () => {
    const folder = join(home, 'protokoll');
    const { protokoll } = done(await run(folder));
    const lines = createInterface({ input: createReadStream(join(folder, protokoll.file), 'utf8') });
    const verdicts = await verifyProtokoll(lines, join(folder, 'rows', 'checkpoints'));
    expect(verdicts).toMatchObject([{ broken: null, rows: protokoll.rows }]);
  });

  it('goes on where it was broken off, with the rows of the first time', async () => {
    const folder = join(home, 'resumed');
    let copied = 0;
    const failing: ExportParts['objects'] = {
      stat: (sha256) => bench.objects.stat(sha256),
      get: (sha256) => {
        copied += 1;
        return copied === 3 ? Promise.reject(new Error('the power went')) : bench.objects.get(sha256);
      },
    };
    await expect(run(folder, { objects: failing })).rejects.toThrow('the power went');
    const rows = await readFile(join(folder, 'rows', 'rows.json'), 'utf8');
    await draftDokument(bench, { content: 'danach' });
    let again = 0;
    const counting: ExportParts['objects'] = {
      stat: (sha256) => bench.objects.stat(sha256),
      get: (sha256) => {
        again += 1;
        return bench.objects.get(sha256);
      },
    };
    const manifest = done(await run(folder, { objects: counting }));
    expect(await readFile(join(folder, 'rows', 'rows.json'), 'utf8')).toBe(rows);
    expect(again).toBe(manifest.objects.count - 2);
    expect(await verifyExport(folder)).toMatchObject({ broken: [] });
  });

  it('says which bytes the store has lost, and ends all the same', async () => {
    const gone: ExportParts['objects'] = {
      get: (sha256) => bench.objects.get(sha256),
      stat: () => Promise.resolve(undefined),
    };
    const manifest = done(await run(join(home, 'missing'), { objects: gone }));
    expect(manifest.missing).toHaveLength(manifest.objectList.objects);
  });
});

/** Rows by table, counted past every policy; a table that the export forgets is in here. */
async function countedRows(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: bench.urls.administratorUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
        WHERE column_name = 'mandant_id' AND table_schema NOT IN ('pg_catalog', 'information_schema')
          AND NOT (SELECT relispartition FROM pg_class WHERE oid = (table_schema || '.' || table_name)::regclass)
        ORDER BY 1`,
    );
    const counted: Record<string, number> = {};
    for (const { name } of rows.filter((row) => !(row.name in LEFT_OUT))) {
      const found = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${name} WHERE mandant_id = $1`,
        [bench.mandantId],
      );
      counted[name] = found.rows[0]?.count ?? 0;
    }
    return counted;
  } finally {
    await client.end();
  }
}

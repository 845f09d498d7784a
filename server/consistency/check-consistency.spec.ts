import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { receivedEingang } from '../../test/support/eingaenge.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { openFolderStore } from '../platform/objects/folder-store.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { openDatabase } from '../platform/postgres/database.js';
import { checkConsistency, type ConsistencyOptions } from './check-consistency.js';
import { describeReport, reportAsJson } from './report-text.js';

let bench: ActBench;
let folder: string;
let objects: ObjectStore;
/** A folder of objects that a test can spoil. */
const objectsFolder = () => join(folder, 'objects');
const pathOf = (sha256: string, root = objectsFolder()) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const LOOK: ConsistencyOptions = { depth: 'all', repair: 'look', backup: null };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-check-'));
  objects = await openFolderStore(objectsFolder());
  bench = { ...(await openActBench()), objects };
});
afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const check = (options: Partial<ConsistencyOptions> = {}) => {
  const { database, runner } = bench;
  return checkConsistency(
    { database, runner, objects, checkpoints: join(folder, 'checkpoints') },
    { ...LOOK, ...options },
  );
};

async function eingang(content: string): Promise<{ id: string; sha256: string }> {
  return { id: await receivedEingang(bench, content), sha256: hashOf(content) };
}

async function spoil(sha256: string, content: string): Promise<void> {
  await chmod(pathOf(sha256), 0o600);
  await writeFile(pathOf(sha256), content);
}

/** As the owner of the tables, without triggers: what a restored dump or a hand in the tables leaves. */
async function byHand(statement: string, parameters: readonly unknown[] = []): Promise<void> {
  const owner = await openDatabase(bench.urls.administratorUrl);
  try {
    await owner.transaction(bench.mandantId, async (queries) => {
      await queries.query(`SET LOCAL session_replication_role = 'replica'`);
      await queries.query(statement, parameters);
    });
  } finally {
    await owner.close();
  }
}

describe('checkConsistency', () => {
  it('F102 finds an object that is missing, and names the record that misses it', async () => {
    const { sha256 } = await eingang('%PDF-1.7 a letter');
    await rm(pathOf(sha256));
    const report = await check();
    expect(report).toMatchObject({ state: 'faulty', objects: { referenced: 1, stored: 0 } });
    expect(report.open).toMatchObject([
      { kind: 'missing', sentence: { de: expect.stringMatching(/^Eingang „Rechnung\.pdf“ vom .+: Die Datei fehlt/) } },
    ]);
  });

  it('F102 finds other bytes under the right name and size, a wrong size, and what nothing refers to', async () => {
    const [changed, cut] = [await eingang('%PDF-1.7 changed'), await eingang('%PDF-1.7 cut')];
    done(await objects.put(Readable.from([Buffer.from('nobody')])));
    await spoil(changed.sha256, '%PDF-1.7 CHANGED');
    await chmod(pathOf(cut.sha256), 0o600);
    await truncate(pathOf(cut.sha256), 3);
    const report = await check();
    expect(report.open.map(({ kind, reference }) => [kind, reference?.sha256]).sort()).toEqual([
      ['damaged', changed.sha256],
      ['wrongSize', cut.sha256],
    ]);
    expect(report.objects).toMatchObject({ stored: 3, orphans: 1, read: 1 });
  });

  it('F102 finds rows that refer to nothing, a Dokument without version and a counter that is behind', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const kept = await addedDokument(bench, vorgangId);
    const bare = await addedDokument(bench, vorgangId);
    await byHand(`DELETE FROM dokument_version WHERE dokument_id = $1`, [bare]);
    await byHand(`DELETE FROM dokument WHERE id = $1`, [kept]);
    await byHand(`UPDATE vorgang SET last_dokument = 0 WHERE id = $1`, [vorgangId]);
    const { open } = await check();
    expect(open.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['danglingRow', 'withoutVersion', 'counterBehind']),
    );
    expect(open.find(({ kind }) => kind === 'danglingRow')?.sentence.de).toContain(
      'in dokument_version verweist auf nichts in dokument (dokument_id)',
    );
  });

  it('F102 finds what the search lacks and what it still has, and lets it be read anew', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await byHand(`DELETE FROM search_queue`);
    await byHand(`DELETE FROM search_entry`);
    const { open } = await check();
    expect(open.filter(({ kind }) => kind === 'searchMissing')).toMatchObject([{ count: 2 }]);
    const repaired = await check({ repair: 'repair' });
    expect(repaired).toMatchObject({ state: 'consistent', repairs: { renewed: 2 } });
    const due = await bench.sql<{ id: string }>(`SELECT record_id AS id FROM search_queue`);
    expect(due.map(({ id }) => id).sort()).toEqual([akteId, vorgangId].sort());
    expect(await check()).toMatchObject({ state: 'consistent', open: [] });
  });

  it('F102 finds a changed row of the Protokoll', async () => {
    await eingang('%PDF-1.7 a letter');
    await byHand(`UPDATE protokoll SET actor = 'somebody else' WHERE sequence = 1`);
    expect(await check()).toMatchObject({ state: 'faulty', open: [] });
  });

  it('takes nothing for a fault that the office has done in the meantime', async () => {
    const { sha256 } = await eingang('%PDF-1.7 a letter');
    const bytes = Buffer.from('%PDF-1.7 a letter');
    await rm(pathOf(sha256));
    let listed = false;
    const list = async function* () {
      yield* objects.list();
      if (!listed) await objects.put(Readable.from([bytes]));
      listed = true;
    };
    const { database, runner } = bench;
    const parts = { database, runner, objects: { ...objects, list }, checkpoints: join(folder, 'none') };
    expect(await checkConsistency(parts, LOOK)).toMatchObject({ state: 'consistent', open: [] });
  });

  it('repairs nothing unless it is told to', async () => {
    const { sha256 } = await eingang('%PDF-1.7 a letter');
    await mkdir(join(folder, 'backup'));
    await writeFile(join(folder, 'backup', sha256), '%PDF-1.7 a letter');
    await rm(pathOf(sha256));
    expect(await check({ backup: join(folder, 'backup') })).toMatchObject({
      state: 'faulty',
      repairs: { restored: 0 },
    });
    expect(await objects.stat(sha256)).toBeUndefined();
  });

  it('F102 brings missing and damaged objects back from a backup, each with its row in the Protokoll', async () => {
    const [missing, damaged] = [await eingang('%PDF-1.7 missing'), await eingang('%PDF-1.7 damaged')];
    const [nowhere, spoiled] = [await eingang('%PDF-1.7 nowhere'), await eingang('%PDF-1.7 spoiled')];
    const backup = join(folder, 'backup');
    const copy = await openFolderStore(backup);
    for (const { sha256 } of [missing, damaged, spoiled]) done(await copy.put(await objects.get(sha256)));
    for (const { sha256 } of [missing, nowhere, spoiled]) await rm(pathOf(sha256));
    await spoil(damaged.sha256, '%PDF-1.7 DAMAGED');
    await chmod(pathOf(spoiled.sha256, backup), 0o600);
    await writeFile(pathOf(spoiled.sha256, backup), '%PDF-1.7 SPOILED');
    const report = await check({ repair: 'repair', backup });
    expect(report.repairs.restored).toBe(2);
    expect(report.open.map(({ reference }) => reference?.sha256).sort()).toEqual(
      [nowhere.sha256, spoiled.sha256].sort(),
    );
    expect(await objects.verify(missing.sha256)).toBe('intact');
    expect(await objects.verify(damaged.sha256)).toBe('intact');
    expect(await bench.protokoll(missing.id)).toContainEqual(
      expect.objectContaining({
        action: 'consistency.restoreObject',
        actor: 'consistency',
        payload: { sha256: missing.sha256, fault: 'missing', source: 'backup' },
      }),
    );
  });

  it('F102 removes what nothing refers to by the rule of the sweeper, a day later', async () => {
    const [young, old] = [hashOf('young'), hashOf('old')];
    for (const text of ['young', 'old']) done(await objects.put(Readable.from([Buffer.from(text)])));
    const before = new Date(Date.now() - 2 * 86_400_000);
    await utimes(pathOf(old), before, before);
    expect(await check({ repair: 'repair' })).toMatchObject({ state: 'consistent', repairs: { removed: 1 } });
    expect([await objects.verify(young), await objects.verify(old)]).toEqual(['intact', 'missing']);
  });

  it('F102 keeps its result for each Mandant, in the Protokoll too', async () => {
    const { sha256 } = await eingang('%PDF-1.7 a letter');
    expect(await check({ depth: 'sample' })).toMatchObject({ state: 'consistent', objects: { read: 1 } });
    await rm(pathOf(sha256));
    await check();
    const kept = await bench.sql<{ id: string }>(
      `SELECT id, depth, object_faults, row_faults, protokoll FROM consistency_result ORDER BY object_faults`,
    );
    expect(kept).toMatchObject([
      { depth: 'sample', object_faults: 0, row_faults: 0, protokoll: 'proved' },
      { depth: 'all', object_faults: 1, row_faults: 0, protokoll: 'proved' },
    ]);
    expect(await bench.protokoll(kept[0]!.id)).toMatchObject([{ action: 'consistency.recordResult' }]);
  });

  it('tells both people and programs what it found and what to do', async () => {
    const { sha256 } = await eingang('%PDF-1.7 a letter');
    await rm(pathOf(sha256));
    const report = await check();
    expect(describeReport(report, 1.25, 'de')).toMatch(/^NICHT IN ORDNUNG\.\n[^]*Die Datei fehlt[^]*Abhilfe: /);
    expect(describeReport(report, 1.25, 'en')).toMatch(/^NOT IN ORDER\.\n[^]*the file is missing[^]*Remedy: /);
    expect(JSON.parse(reportAsJson(report, 1.25))).toMatchObject({
      state: 'faulty',
      findings: [{ kind: 'missing', table: 'eingang', sha256 }],
      protokoll: [{ state: 'proved' }],
    });
  });

  it('reads an installation without any Mandant', async () => {
    await byHand('TRUNCATE mandant CASCADE');
    expect(await check()).toMatchObject({ state: 'consistent', objects: { referenced: 0 } });
  });
});

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { aMessage, akte, anXml, FILES, vorgang } from '../../archive/test-support/sample-0503.js';
import { done } from '../../test/support/closed-vorgang.js';
import { MANIFEST_HEAD, manifestLine, openImportBench, type ImportBench } from '../../test/support/import-bench.js';
import { zipOf } from '../../test/support/zip-of.js';
import { isRejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { openSource } from './import-source.js';
import { describeProbe, probeAsJson } from './import-text.js';
import type { ProbedImport } from './probe-import.js';
import { runImport } from './run-import.js';

let bench: ImportBench;
beforeAll(async () => void (bench = await openImportBench()));
beforeEach(() => bench.clear());
afterAll(() => bench.close());

const faultsOf = ({ faults }: ProbedImport) => faults.map((each) => [each.line, each.field, each.rejection.code]);
const count = async (akte: string) => {
  const [row] = await bench.sql<{ akten: number; vorgaenge: number; dokumente: number }>(
    `SELECT count(DISTINCT a.id)::int AS akten, count(DISTINCT v.id)::int AS vorgaenge, count(d.id)::int AS dokumente
       FROM akte a JOIN vorgang v ON v.akte_id = a.id JOIN dokument d ON d.vorgang_id = v.id WHERE a.betreff LIKE $1`,
    [`Altakte ${akte} (bisher ${akte})`],
  );
  return row;
};

describe('an import', () => {
  it('F12 refuses what it cannot take, each line with field, reason and remedy, and changes nothing', async () => {
    await bench.put({
      'gut.txt': 'Guten Tag',
      'leer.txt': '',
      'lüge.pdf': 'Guten Tag',
      'programm.exe': `MZ${'\0'.repeat(200)}`,
    });
    await symlink('/etc/hostname', join(bench.folder, 'draussen.txt'));
    await mkdir(join(bench.folder, 'ordner'));
    await bench.manifest(
      manifestLine('R1', '1', 'gut.txt'),
      manifestLine('R1', '1', 'fehlt.txt'),
      manifestLine('R1', '1', 'leer.txt'),
      manifestLine('R1', '1', 'lüge.pdf'),
      manifestLine('R1', '1', 'programm.exe'),
      manifestLine('R1', '1', 'draussen.txt'),
      manifestLine('R1', '1', 'ordner'),
      manifestLine('R1', '1', 'gut.txt', 'a'.repeat(64)),
      manifestLine('R2', '1', 'gut.txt', '', '99.99'),
      manifestLine('R3', '1', 'gut.txt', '', '20'),
    );
    const probed = await bench.probe();
    expect(faultsOf(probed)).toEqual([
      [3, 'datei', 'import.fileUnusable'],
      [4, 'datei', 'import.quarantined'],
      [5, 'datei', 'import.quarantined'],
      [6, 'datei', 'import.quarantined'],
      [7, 'datei', 'import.fileUnusable'],
      [8, 'datei', 'import.fileUnusable'],
      [9, 'sha256', 'import.otherBytes'],
      [10, 'aktenplan', 'import.unknownPosition'],
      [11, 'aktenplan', 'import.unknownPosition'],
    ]);
    expect(describeProbe(probed, 'de')).toMatch(
      /^10 Zeilen gelesen: 1 können übernommen werden \(1 Akten, 1 Vorgänge\), 9 nicht\.\nZeile 3, datei: .+ Abhilfe: /,
    );
    expect(JSON.parse(probeAsJson(probed))).toMatchObject({ lines: 10, good: 1, faults: { length: 9 } });
    expect(await bench.take()).toMatchObject({
      code: 'import.faulty',
      message: { de: expect.stringContaining('9 von 10') },
    });
    const begun = await bench.sql(`SELECT id FROM import_run WHERE manifest_hash = $1`, [probed.manifestHash]);
    expect([begun, await count('R1')]).toEqual([[], { akten: 0, vorgaenge: 0, dokumente: 0 }]);
  });

  it('F12 refuses a ZIP that climbs out of its folder, and reads an honest one', async () => {
    const files = {
      'manifest.csv': [MANIFEST_HEAD, manifestLine('Z1', '1', 'gut.txt')].join('\n'),
      'gut.txt': 'Guten Tag',
    };
    await writeFile(join(bench.folder, 'boese.zip'), await zipOf({ ...files, '../gut.txt': 'x' }));
    const refused = await openSource(join(bench.folder, 'boese.zip'));
    expect(isRejection(refused) && refused.code).toBe('import.noManifest');
    await writeFile(join(bench.folder, 'gut.zip'), await zipOf(files));
    expect(await bench.probe(join(bench.folder, 'gut.zip'))).toMatchObject({
      faults: [],
      lines: [{ akte: 'Z1', file: 'gut.txt' }],
    });
  });

  it('F12 takes Akten, Vorgaenge and Dokumente over, with the id of the run in the Protokoll', async () => {
    await bench.put({ 'a.txt': 'Angebot', 'b/b.txt': 'Auftrag' });
    await bench.manifest(
      manifestLine('A1', '1', 'a.txt'),
      manifestLine('A1', '2', 'b/b.txt'),
      manifestLine('A1', '1', 'b/b.txt'),
      manifestLine('A2', '1', 'a.txt'),
    );
    const outcome = done(await bench.take());
    expect(outcome).toMatchObject({ state: 'new', vorgaenge: 3, dokumente: 4 });
    expect(await count('A1')).toEqual({ akten: 1, vorgaenge: 2, dokumente: 3 });
    const rows = await bench.sql<{ action: string }>(
      `SELECT action FROM protokoll WHERE correlation_id = $1 ORDER BY sequence`,
      [outcome.runId],
    );
    const actions = rows.map(({ action }) => action);
    expect([actions[0], actions.at(-1)]).toEqual(['import.beginImport', 'import.finishImport']);
    expect(actions.filter((action) => action === 'import.importVorgang')).toHaveLength(3);
    expect(actions.filter((action) => action === 'dokument.addDokument')).toHaveLength(4);
    const files = await bench.sql<{ mime: string; date: string }>(
      `SELECT v.mime, d.dokument_date AS date FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
         JOIN vorgang g ON g.id = d.vorgang_id JOIN import_vorgang i ON i.vorgang_id = g.id
        WHERE d.betreff = 'Schreiben a.txt' AND i.akte_key IN ('A1', 'A2')`,
    );
    expect(files).toEqual(Array(2).fill({ mime: 'text/plain', date: '2019-03-14' }));
  });

  it('F12 goes on after a crash in the middle, and makes nothing twice', async () => {
    await bench.put({ 'a.txt': 'Angebot', 'b.txt': 'Auftrag', 'c.txt': 'Abnahme' });
    await bench.manifest(
      manifestLine('C1', '1', 'a.txt'),
      manifestLine('C1', '2', 'b.txt'),
      manifestLine('C1', '3', 'c.txt'),
    );
    let puts = 0;
    const dying = {
      ...bench.objects,
      put: (...asked: Parameters<typeof bench.objects.put>) => {
        puts += 1;
        return puts === 3 ? Promise.reject(new Error('the power went')) : bench.objects.put(...asked);
      },
    };
    await expect(bench.take('whole', dying)).rejects.toThrow('the power went');
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 2, dokumente: 2 });
    const second = done(await bench.take());
    expect(second).toMatchObject({ state: 'goesOn', vorgaenge: 3 });
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 3, dokumente: 3 });
    expect(await bench.take()).toEqual({ ...second, state: 'finished' });
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 3, dokumente: 3 });
  });

  it('F12 makes nothing twice when two take the same manifest at once', async () => {
    await bench.put({ 'a.txt': 'Angebot', 'b.txt': 'Auftrag' });
    await bench.manifest(manifestLine('D1', '1', 'a.txt'), manifestLine('D1', '2', 'b.txt'));
    const outcomes = await Promise.all([bench.take(), bench.take(), bench.take()]);
    expect(new Set(outcomes.map((outcome) => done(outcome).runId)).size).toBe(1);
    expect(await count('D1')).toEqual({ akten: 1, vorgaenge: 2, dokumente: 2 });
  });

  it('F12 names the one broken line of a thousand, and takes the others where that was chosen before', async () => {
    await bench.put({ 'a.txt': 'Angebot' });
    const lines = Array.from({ length: 1_000 }, (_, index) => manifestLine('E1', String(index % 20), 'a.txt'));
    lines[499] = manifestLine('E1', '19', 'gibt-es-nicht.txt');
    await bench.manifest(...lines);
    expect(faultsOf(await bench.probe())).toEqual([[501, 'datei', 'import.fileUnusable']]);
    expect(await bench.take('whole')).toMatchObject({ code: 'import.faulty' });
    expect(await bench.take('good')).toMatchObject({ vorgaenge: 20, dokumente: 999 });
    expect(await count('E1')).toEqual({ akten: 1, vorgaenge: 20, dokumente: 999 });
    await bench.put({ 'gibt-es-nicht.txt': 'doch' });
    expect(await bench.take('whole')).toMatchObject({ code: 'import.otherMode' });
  });

  it('F12 reads an xdomea Abgabe, and refuses what its message does not hold', async () => {
    const stem = `${newId()}_Aussonderung.Aussonderung.0503`;
    const files: Record<string, string> = {};
    for (const { name, open } of FILES) files[name] = (await buffer(open())).toString();
    const path = join(bench.folder, `${stem}.zip`);
    await writeFile(path, await zipOf({ ...files, [`${stem}.xml`]: '<a/>' }));
    expect(faultsOf(await bench.probe(path))).toEqual([[1, '/a', 'import.unreadable']]);
    const xml = anXml(aMessage({ aktenplaneinheit: { kennzeichen: '20.31.05' } }));
    await writeFile(path, await zipOf({ ...files, [`${stem}.xml`]: xml }));
    const probed = await bench.probe(path);
    expect(probed.faults).toEqual([]);
    expect(probed.lines.map(({ file, art }) => [file, art])).toEqual(
      FILES.map(({ name }, index) => [name, index === 0 ? 'eingang' : 'anlage']),
    );
    expect(probed.lines[0]).toMatchObject({ akteBetreff: akte.betreff, vorgangBetreff: vorgang.betreff });
    const parts = { runner: bench.runner, objects: bench.objects, progress: () => undefined };
    const source = done(await openSource(path));
    expect(await runImport(parts, bench.system, source, probed, 'whole')).toMatchObject({ vorgaenge: 1, dokumente: 4 });
  });

  it('refuses a file that was changed between the look and the taking', async () => {
    await bench.put({ 'a.txt': 'Angebot' });
    await bench.manifest(manifestLine('F1', '1', 'a.txt'));
    const source = done(await openSource(bench.folder));
    const probed = await bench.probe();
    await bench.put({ 'a.txt': 'ANGEBOT' });
    const parts = { runner: bench.runner, objects: bench.objects, progress: () => undefined };
    expect(await runImport(parts, bench.system, source, probed, 'whole')).toMatchObject({ code: 'import.otherBytes' });
    expect(await count('F1')).toEqual({ akten: 0, vorgaenge: 0, dokumente: 0 });
  });
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { zipOf } from '../../test/support/zip-of.js';
import { isRejection } from '../contract/rejections.js';
import { createExaminer, type Examiner } from '../posteingang/examination/examine.js';
import { aMessage, akte, anXml, FILES, vorgang } from '../../archive/test-support/sample-0503.js';
import { newId } from '../platform/ids.js';
import { exportAkte } from './export-akte.js';
import { openSource } from './import-source.js';
import { describeProbe, probeAsJson } from './import-text.js';
import { positionsForAkten, type ImportMode } from './import.store.js';
import { probeImport, type ProbedImport } from './probe-import.js';
import { runImport } from './run-import.js';

let bench: ActBench;
let examiner: Examiner;
let folder: string;
beforeAll(async () => {
  bench = await openActBench();
  examiner = createExaminer();
});
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'laufmappe-import-'))));
afterEach(() => rm(folder, { recursive: true }));
afterAll(async () => {
  await examiner.close();
  await bench.close();
});

const HEAD = 'akte;aktenplan;akte_betreff;vorgang;vorgang_betreff;dokument_betreff;dokument_datum;datei;sha256';
const line = (akte: string, vorgang: string, file: string, sha256 = '', position = '20.31.05') =>
  [
    akte,
    position,
    `Altakte ${akte}`,
    vorgang,
    `Vorgang ${vorgang}`,
    `Schreiben ${file}`,
    '2019-03-14',
    file,
    sha256,
  ].join(';');

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const manifest = (...lines: string[]) => put({ 'manifest.csv': [HEAD, ...lines].join('\n') });

async function probe(path = folder): Promise<ProbedImport> {
  const source = done(await openSource(path));
  const positions = await bench.database.transaction(bench.mandantId, (queries) =>
    positionsForAkten(queries, '2026-11-24'),
  );
  const parts = { examiner, positions, largestItem: 1_000_000, today: '2026-11-24', progress: () => undefined };
  return done(await probeImport(source, parts));
}

async function take(mode: ImportMode = 'whole', objects = bench.objects) {
  const source = done(await openSource(folder));
  const parts = { runner: bench.runner, objects, progress: () => undefined };
  return runImport(parts, bench.system, source, await probe(), mode);
}

const faultsOf = ({ faults }: ProbedImport) => faults.map((each) => [each.line, each.field, each.rejection.code]);
const count = async (akte: string) => {
  const [row] = await bench.sql<{ akten: number; vorgaenge: number; dokumente: number }>(
    `SELECT count(DISTINCT a.id)::int AS akten, count(DISTINCT v.id)::int AS vorgaenge, count(d.id)::int AS dokumente
       FROM akte a JOIN vorgang v ON v.akte_id = a.id JOIN dokument d ON d.vorgang_id = v.id WHERE a.betreff LIKE $1`,
    [`Altakte ${akte} (bisher ${akte})`],
  );
  return row;
};

async function exported(akteId: string): Promise<Buffer> {
  const made = done(await bench.runner.transaction(bench.system, (tx) => exportAkte(tx, bench.objects, akteId)));
  return buffer(made.pieces);
}

/** Names and hashes of the files, whatever the Aktenzeichen are. */
function contentOf(zip: Buffer): string[] {
  return [...zip.toString('latin1').matchAll(/\b[0-9a-f]{64}\b/g)].map(([hash]) => hash);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('an import', () => {
  it('F12 refuses what it cannot take, each line with field, reason and remedy, and changes nothing', async () => {
    await put({
      'gut.txt': 'Guten Tag',
      'leer.txt': '',
      'lüge.pdf': 'Guten Tag',
      'programm.exe': `MZ${'\0'.repeat(200)}`,
    });
    await symlink('/etc/hostname', join(folder, 'draussen.txt'));
    await mkdir(join(folder, 'ordner'));
    await manifest(
      line('R1', '1', 'gut.txt'),
      line('R1', '1', 'fehlt.txt'),
      line('R1', '1', 'leer.txt'),
      line('R1', '1', 'lüge.pdf'),
      line('R1', '1', 'programm.exe'),
      line('R1', '1', 'draussen.txt'),
      line('R1', '1', 'ordner'),
      line('R1', '1', 'gut.txt', 'a'.repeat(64)),
      line('R2', '1', 'gut.txt', '', '99.99'),
      line('R3', '1', 'gut.txt', '', '20'),
    );
    const probed = await probe();
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
    expect(await take()).toMatchObject({ code: 'import.faulty', message: { de: expect.stringContaining('9 von 10') } });
    const begun = await bench.sql(`SELECT id FROM import_run WHERE manifest_hash = $1`, [probed.manifestHash]);
    expect([begun, await count('R1')]).toEqual([[], { akten: 0, vorgaenge: 0, dokumente: 0 }]);
  });

  it('F12 refuses a ZIP that climbs out of its folder, and reads an honest one', async () => {
    const files = { 'manifest.csv': [HEAD, line('Z1', '1', 'gut.txt')].join('\n'), 'gut.txt': 'Guten Tag' };
    await writeFile(join(folder, 'boese.zip'), await zipOf({ ...files, '../gut.txt': 'x' }));
    const refused = await openSource(join(folder, 'boese.zip'));
    expect(isRejection(refused) && refused.code).toBe('import.noManifest');
    await writeFile(join(folder, 'gut.zip'), await zipOf(files));
    expect(await probe(join(folder, 'gut.zip'))).toMatchObject({
      faults: [],
      lines: [{ akte: 'Z1', file: 'gut.txt' }],
    });
  });

  it('F12 takes Akten, Vorgaenge and Dokumente over, with the id of the run in the Protokoll', async () => {
    await put({ 'a.txt': 'Angebot', 'b/b.txt': 'Auftrag' });
    await manifest(
      line('A1', '1', 'a.txt'),
      line('A1', '2', 'b/b.txt'),
      line('A1', '1', 'b/b.txt'),
      line('A2', '1', 'a.txt'),
    );
    const outcome = done(await take());
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
    await put({ 'a.txt': 'Angebot', 'b.txt': 'Auftrag', 'c.txt': 'Abnahme' });
    await manifest(line('C1', '1', 'a.txt'), line('C1', '2', 'b.txt'), line('C1', '3', 'c.txt'));
    let puts = 0;
    const dying = {
      ...bench.objects,
      put: (...asked: Parameters<typeof bench.objects.put>) => {
        puts += 1;
        return puts === 3 ? Promise.reject(new Error('the power went')) : bench.objects.put(...asked);
      },
    };
    await expect(take('whole', dying)).rejects.toThrow('the power went');
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 2, dokumente: 2 });
    const second = done(await take());
    expect(second).toMatchObject({ state: 'goesOn', vorgaenge: 3 });
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 3, dokumente: 3 });
    expect(await take()).toEqual({ ...second, state: 'finished' });
    expect(await count('C1')).toEqual({ akten: 1, vorgaenge: 3, dokumente: 3 });
  });

  it('F12 makes nothing twice when two take the same manifest at once', async () => {
    await put({ 'a.txt': 'Angebot', 'b.txt': 'Auftrag' });
    await manifest(line('D1', '1', 'a.txt'), line('D1', '2', 'b.txt'));
    const outcomes = await Promise.all([take(), take(), take()]);
    expect(new Set(outcomes.map((outcome) => done(outcome).runId)).size).toBe(1);
    expect(await count('D1')).toEqual({ akten: 1, vorgaenge: 2, dokumente: 2 });
  });

  it('F12 names the one broken line of a thousand, and takes the others where that was chosen before', async () => {
    await put({ 'a.txt': 'Angebot' });
    const lines = Array.from({ length: 1_000 }, (_, index) => line('E1', String(index % 20), 'a.txt'));
    lines[499] = line('E1', '19', 'gibt-es-nicht.txt');
    await manifest(...lines);
    expect(faultsOf(await probe())).toEqual([[501, 'datei', 'import.fileUnusable']]);
    expect(await take('whole')).toMatchObject({ code: 'import.faulty' });
    expect(await take('good')).toMatchObject({ vorgaenge: 20, dokumente: 999 });
    expect(await count('E1')).toEqual({ akten: 1, vorgaenge: 20, dokumente: 999 });
    await put({ 'gibt-es-nicht.txt': 'doch' });
    expect(await take('whole')).toMatchObject({ code: 'import.otherMode' });
  });

  it('F12 gives an Akte out as the ZIP that it reads: what comes back is the same, signs and names too', async () => {
    await put({ 'a.txt': 'Angebot', 'b/a.txt': 'Auftrag' });
    const row = ['G "1"; x', '20.31.05', 'Fassade; "Süd"', '1', 'Öffnung', 'Schrei\u00dfen', '', 'a.txt', ''];
    const cells = row.map((value) => `"${value.replaceAll('"', '""')}"`);
    await manifest(cells.join(';'), [...cells.slice(0, 7), 'b/a.txt', ''].join(';'));
    done(await take());
    const akten = await bench.sql<{ id: string }>(`SELECT akte_id AS id FROM import_akte WHERE akte_key = 'G "1"; x'`);
    const given = await exported(akten[0]!.id);
    await writeFile(join(folder, 'akte.zip'), given);
    const probed = await probe(join(folder, 'akte.zip'));
    expect(probed.faults).toEqual([]);
    expect(probed.lines).toMatchObject([
      {
        betreff: 'Schrei\u00dfen',
        akteBetreff: 'Fassade; "Süd" (bisher G "1"; x)',
        vorgangBetreff: 'Öffnung',
        file: 'a.txt',
      },
      { betreff: 'Schrei\u00dfen', file: 'a (2).txt', probed: { sha256: sha256('Auftrag'), mime: 'text/plain' } },
    ]);
    const again = done(await openSource(join(folder, 'akte.zip')));
    const parts = { runner: bench.runner, objects: bench.objects, progress: () => undefined };
    const outcome = done(await runImport(parts, bench.system, again, probed, 'whole'));
    const copied = await bench.sql<{ id: string }>(`SELECT akte_id AS id FROM import_akte WHERE run_id = $1`, [
      outcome.runId,
    ]);
    expect(contentOf(await exported(copied[0]!.id))).toEqual(contentOf(given));
  });

  it('F12 reads an xdomea Abgabe, and refuses what its message does not hold', async () => {
    const stem = `${newId()}_Aussonderung.Aussonderung.0503`;
    const files: Record<string, string> = {};
    for (const { name, open } of FILES) files[name] = (await buffer(open())).toString();
    const path = join(folder, `${stem}.zip`);
    await writeFile(path, await zipOf({ ...files, [`${stem}.xml`]: '<a/>' }));
    expect(faultsOf(await probe(path))).toEqual([[1, '/a', 'import.unreadable']]);
    const xml = anXml(aMessage({ aktenplaneinheit: { kennzeichen: '20.31.05' } }));
    await writeFile(path, await zipOf({ ...files, [`${stem}.xml`]: xml }));
    const probed = await probe(path);
    expect(probed.faults).toEqual([]);
    expect(probed.lines.map(({ file, art }) => [file, art])).toEqual(
      FILES.map(({ name }, index) => [name, index === 0 ? 'eingang' : 'anlage']),
    );
    expect(probed.lines[0]).toMatchObject({ akteBetreff: akte.betreff, vorgangBetreff: vorgang.betreff });
    const parts = { runner: bench.runner, objects: bench.objects, progress: () => undefined };
    const source = done(await openSource(path));
    expect(await runImport(parts, bench.system, source, probed, 'whole')).toMatchObject({ vorgaenge: 1, dokumente: 4 });
  });

  it('refuses to give out an Akte that is not there', async () => {
    const answer = await bench.runner.transaction(bench.system, (tx) => exportAkte(tx, bench.objects, newId()));
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a file that was changed between the look and the taking', async () => {
    await put({ 'a.txt': 'Angebot' });
    await manifest(line('F1', '1', 'a.txt'));
    const source = done(await openSource(folder));
    const probed = await probe();
    await put({ 'a.txt': 'ANGEBOT' });
    const parts = { runner: bench.runner, objects: bench.objects, progress: () => undefined };
    expect(await runImport(parts, bench.system, source, probed, 'whole')).toMatchObject({ code: 'import.otherBytes' });
    expect(await count('F1')).toEqual({ akten: 0, vorgaenge: 0, dokumente: 0 });
  });
});

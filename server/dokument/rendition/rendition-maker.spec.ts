import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtemp, readdir } from 'node:fs/promises';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { DOCX, fakeOffice, officeDokument } from '../../../test/support/fake-office.js';
import { draftDokument } from '../../../test/support/dokumente.js';
import { discardDokument } from '../discard-dokument.js';
import { deleteDokument } from '../delete-dokument.js';
import { dokumentRow } from '../../../test/support/dokumente.js';
import { createRenditionMaker } from './rendition-maker.js';
import { loadRendition } from './rendition.views.js';

let bench: ActBench;
let scratchFolder: string;

beforeAll(async () => {
  bench = await openActBench();
  scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-renditions-'));
});
afterAll(() => bench.close());

async function makeAll(program: string | null): Promise<void> {
  const { database, runner, clock, objects } = bench;
  await createRenditionMaker({ database, runner, clock, objects, scratchFolder, findOffice: () => program }).drain();
}

async function shown(dokumentId: string, login = 'jana.petersen') {
  const file = { name: 'Bescheid.docx', mime: DOCX, sha256: '', size: 1 };
  return bench.runner.transaction(bench.as(login), (tx) => loadRendition(tx, { dokumentId, nummer: 1, file }));
}

describe('the maker of renditions', () => {
  it('says with the remedy that LibreOffice is not installed, and makes it after the restart with it', async () => {
    const { dokumentId } = await officeDokument(bench);
    expect(await shown(dokumentId)).toMatchObject({ state: 'waiting', url: null });
    await makeAll(null);
    expect(await shown(dokumentId)).toMatchObject({
      state: 'failed',
      reason: { de: expect.stringContaining('nicht installiert'), remedy: { de: expect.stringContaining('Original') } },
    });
    const { database, runner, clock, objects } = bench;
    const program = await fakeOffice();
    const maker = createRenditionMaker({ database, runner, clock, objects, scratchFolder, findOffice: () => program });
    maker.start();
    await maker.stop();
    await maker.drain();
    expect(await shown(dokumentId)).toMatchObject({ state: 'ready', url: expect.stringMatching(/vorschau$/) });
  });

  it('gives nothing to LibreOffice that does not begin as its kind does', async () => {
    const { dokumentId } = await officeDokument(bench, { bytes: Buffer.from('random bytes named docx') });
    await makeAll(await fakeOffice());
    expect(await shown(dokumentId)).toMatchObject({
      state: 'failed',
      reason: { de: expect.stringContaining('nicht lesen') },
    });
  });

  it('believes no exit code: without a PDF/A at the end there is none', async () => {
    for (const answer of [
      null,
      'no pdf',
      '%PDF-1.7\nan ordinary one\n%%EOF\n',
      '%PDF-1.7\n% pdfaid:part>2<\ncut off',
    ]) {
      const { dokumentId } = await officeDokument(bench);
      await makeAll(await fakeOffice(answer));
      expect(await shown(dokumentId)).toMatchObject({ state: 'failed' });
    }
  });

  it('comes again later where the program cannot be started at all, for that says nothing about the file', async () => {
    const { dokumentId } = await officeDokument(bench);
    await bench.sql(`UPDATE dokument_rendition SET attempts = 3 WHERE dokument_id = $1`, [dokumentId]);
    const { database, runner, clock } = bench;
    const full = { get: () => Promise.reject(new Error('the store is away')), put: bench.objects.put };
    const maker = createRenditionMaker({
      database,
      runner,
      clock,
      objects: full,
      scratchFolder,
      findOffice: () => '/x',
    });
    await expect(maker.drain()).rejects.toThrow('the store is away');
    expect(await shown(dokumentId)).toMatchObject({ state: 'waiting' });
    await makeAll(await fakeOffice());
    expect(await shown(dokumentId)).toMatchObject({ state: 'ready' });
  });

  it('orders nothing for what the page shows itself', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await bench.sql(`SELECT 1 FROM dokument_rendition WHERE dokument_id = $1`, [dokumentId])).toEqual([]);
  });

  it('leaves the original as it is, keeps its own bytes from the sweeper, and tidies up behind itself', async () => {
    const { dokumentId } = await officeDokument(bench);
    const before = await bench.sql(`SELECT sha256, size FROM dokument_version WHERE dokument_id = $1`, [dokumentId]);
    await makeAll(await fakeOffice());
    expect(await bench.sql(`SELECT sha256, size FROM dokument_version WHERE dokument_id = $1`, [dokumentId])).toEqual(
      before,
    );
    const [row] = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM dokument_rendition WHERE dokument_id = $1`, [
      dokumentId,
    ]);
    expect(await bench.sql(`SELECT * FROM unreferenced_objects($1)`, [[row?.sha256]])).toEqual([]);
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('goes with the version when its Dokument is deleted', async () => {
    const { dokumentId } = await officeDokument(bench);
    await bench.sql(`UPDATE dokument SET state = 'entwurf' WHERE id = $1`, [dokumentId]);
    await makeAll(await fakeOffice());
    const { version } = await dokumentRow(bench, dokumentId);
    const reason = 'doppelt';
    await bench.perform('jana.petersen', discardDokument, { dokumentId, version, reason });
    const deleted = await bench.perform('helga.brandt', deleteDokument, { dokumentId, version: version + 1, reason });
    expect(deleted).toEqual({ versions: 1 });
    expect(await bench.sql(`SELECT 1 FROM dokument_rendition WHERE dokument_id = $1`, [dokumentId])).toEqual([]);
  });
});

import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { closedVorgang, done } from '../../../test/support/closed-vorgang.js';
import { draftDokument, dokumentRow } from '../../../test/support/dokumente.js';
import { fakeOffice, officeDokument } from '../../../test/support/fake-office.js';
import { addedDokument, openedVorgang, versionOf } from '../../../test/support/records.js';
import { liftSperre } from '../../aussonderung/lift-sperre.js';
import { setSperre } from '../../aussonderung/set-sperre.js';
import type { ClosingView } from '../../contract/closing-views.js';
import { createRenditionMaker } from '../../dokument/rendition/rendition-maker.js';
import { discardDokument } from '../../dokument/discard-dokument.js';
import { createOutbox } from '../../platform/jobs/outbox.js';
import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../posteingang/examination/pdf/page-lines.js';
import { closeZdA } from '../close-zda.js';
import { reopenVorgang } from '../reopen-vorgang.js';
import { retryClosing } from '../retry-closing.js';
import { closingHandlers } from './closing.jobs.js';
import { loadClosing } from './closing.views.js';
import { CLOSING_TOPIC } from './start-closing-work.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** Does what z. d. A. has ordered. */
async function work(objects: Parameters<typeof closingHandlers>[0] = bench.objects): Promise<void> {
  const { database, runner, clock } = bench;
  await createOutbox({ database, runner, clock, handlers: closingHandlers(objects), lanes: [[CLOSING_TOPIC]] }).drain();
}

async function close(vorgangId: string) {
  const version = await versionOf(bench, 'vorgang', vorgangId);
  return done(await bench.perform('jana.petersen', closeZdA, { vorgangId, version }));
}

async function reopen(vorgangId: string) {
  const version = await versionOf(bench, 'vorgang', vorgangId);
  return done(await bench.perform('helga.brandt', reopenVorgang, { vorgangId, version, reason: 'Widerspruch' }));
}

async function works(vorgangId: string): Promise<ClosingView['works']> {
  const context = bench.as('jana.petersen');
  return done(await bench.runner.transaction(context, (tx) => loadClosing(tx, vorgangId))).works;
}

const states = async (vorgangId: string) =>
  Object.fromEntries((await works(vorgangId)).map(({ kind, state }) => [kind, state]));

/** A Vorgang with a Dokument, and with one in its bin. */
async function withBin(): Promise<{ vorgangId: string; binned: string }> {
  const { vorgangId } = await openedVorgang(bench);
  await addedDokument(bench, vorgangId);
  const { dokumentId: binned } = await draftDokument(bench, { vorgangId, betreff: 'Doppelt' });
  done(await bench.perform('jana.petersen', discardDokument, { dokumentId: binned, version: 1, reason: 'doppelt' }));
  return { vorgangId, binned };
}

async function registered(
  vorgangId: string,
): Promise<{ id: string; betreff: string; state: string; sha256: string }[]> {
  return bench.sql(
    `SELECT d.id, d.betreff, d.state, v.sha256 FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
      WHERE d.vorgang_id = $1 AND d.place = 'register' ORDER BY d.nummer`,
    [vorgangId],
  );
}

async function textOf(sha256: string): Promise<string> {
  const opened = await openPdf(await buffer(await bench.objects.get(sha256)));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const lines = await linesOfPage(await opened.document.getPage(1), 1);
  await opened.close();
  return lines.map((line) => line.text).join('\n');
}

describe('F6 the work that z. d. A. starts', () => {
  it('keeps in the bin what a Sperre keeps, says so, and deletes it when tried again after the Sperre', async () => {
    const { vorgangId, binned } = await withBin();
    await close(vorgangId);
    const sperre = { objectKind: 'dokument', objectId: binned, reason: 'Klage' };
    const { sperreId } = done(await bench.perform('helga.brandt', setSperre, sperre));
    await work();
    expect(await states(vorgangId)).toMatchObject({ bin: 'failed', protokoll: 'done' });
    const [bin] = await works(vorgangId);
    expect(bin?.reasons[0]).toMatchObject({ de: expect.stringContaining('Klage'), remedy: { de: expect.any(String) } });
    expect(await dokumentRow(bench, binned)).toMatchObject({ place: 'bin', versions: [1] });

    done(await bench.perform('ruth.lindqvist', liftSperre, { sperreId, reason: 'Urteil' }));
    expect(await bench.perform('jana.petersen', retryClosing, { vorgangId })).toEqual({ retried: 1 });
    await work();
    expect(await states(vorgangId)).toEqual({ bin: 'done', protokoll: 'done', renditions: 'done' });
    expect(await dokumentRow(bench, binned)).toMatchObject({ place: 'deleted', versions: [] });
  });

  it('does nothing in a Vorgang that was opened again before its turn came', async () => {
    const { vorgangId, binned } = await withBin();
    await close(vorgangId);
    await reopen(vorgangId);
    await work();
    expect(await works(vorgangId)).toEqual([]);
    expect(await dokumentRow(bench, binned)).toMatchObject({ place: 'bin' });
    expect(await registered(vorgangId)).toHaveLength(1);
  });

  it('begins again after a failure in the middle, and does nothing twice', async () => {
    const { vorgangId } = await withBin();
    await close(vorgangId);
    let puts = 0;
    const breaking = {
      put: (...parameters: Parameters<ActBench['objects']['put']>) => {
        puts += 1;
        return puts === 2 ? Promise.reject(new Error('the server was killed')) : bench.objects.put(...parameters);
      },
    };
    await work(breaking);
    expect(await states(vorgangId)).toMatchObject({ bin: 'done', protokoll: 'waiting' });
    expect(await registered(vorgangId)).toHaveLength(1);
    bench.clock.advance(2_000);
    await work();
    await work();
    expect(await states(vorgangId)).toEqual({ bin: 'done', protokoll: 'done', renditions: 'done' });
    expect(await registered(vorgangId)).toHaveLength(3);
  });

  it('empties the bin with a row in the Protokoll, and files Protokoll and Aufgaben as final Dokumente', async () => {
    const { vorgangId, binned } = await withBin();
    await close(vorgangId);
    await work();
    expect(await dokumentRow(bench, binned)).toMatchObject({ place: 'deleted', betreff: '', versions: [] });
    const rows = await bench.protokoll(vorgangId);
    expect(rows.find(({ action }) => action === 'dokument.emptyBin')?.payload).toMatchObject({
      dokumentId: binned,
      text: { de: expect.stringMatching(/^Dokument 2 endgültig gelöscht, SHA-256 [0-9a-f]{64}/) },
    });
    const [, protokoll, aufgaben] = await registered(vorgangId);
    expect(protokoll).toMatchObject({ betreff: expect.stringMatching(/^Protokoll des Vorgangs/), state: 'gueltig' });
    const text = await textOf(protokoll?.sha256 ?? '');
    expect(text).toContain('z. d. A. verfügt');
    expect(text).toContain('endgültig gelöscht');
    expect(await textOf(aufgaben?.sha256 ?? '')).toContain('Aufgaben des Vorgangs');
  });

  it('has an archive rendition made of each office file, and is finished when it is there', async () => {
    const { vorgangId } = await officeDokument(bench);
    await close(vorgangId);
    await work();
    expect(await states(vorgangId)).toMatchObject({ renditions: 'waiting' });
    const { database, runner, clock, objects } = bench;
    const drain = async (program: string | null) =>
      createRenditionMaker({
        database,
        runner,
        clock,
        objects,
        scratchFolder: bench.checkpoints,
        findOffice: () => program,
      }).drain();
    await drain(null);
    expect((await works(vorgangId)).at(-1)).toMatchObject({
      state: 'failed',
      reasons: [{ de: expect.stringContaining('nicht installiert') }],
    });
    expect(await bench.perform('jana.petersen', retryClosing, { vorgangId })).toEqual({ retried: 1 });
    await work();
    await drain(await fakeOffice());
    expect(await states(vorgangId)).toMatchObject({ renditions: 'done' });
  });

  it('is done anew when the Vorgang is closed anew; what was filed before stays', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    await work();
    await reopen(vorgangId);
    expect(await works(vorgangId)).toEqual([]);
    await close(vorgangId);
    await work();
    expect(await states(vorgangId)).toEqual({ bin: 'done', protokoll: 'done', renditions: 'done' });
    expect((await registered(vorgangId)).map(({ betreff }) => betreff.split(' ')[0])).toEqual([
      'Anschreiben.pdf',
      'Protokoll',
      'Aufgaben',
      'Protokoll',
      'Aufgaben',
    ]);
  });
});

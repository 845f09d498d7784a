import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { done } from '../../../test/support/closed-vorgang.js';
import { officeDokument } from '../../../test/support/fake-office.js';
import { openedVorgang } from '../../../test/support/records.js';
import { addDokument } from '../../dokument/add-dokument.js';
import { composePdf } from '../../platform/pdf/compose-pdf.js';
import { A4 } from '../../platform/pdf/drawing.js';
import { createOutbox } from '../../platform/jobs/outbox.js';
import { newId } from '../../platform/ids.js';
import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../posteingang/examination/pdf/page-lines.js';
import { abortPdf } from '../abort-pdf.js';
import { orderPdf } from '../order-pdf.js';
import { LARGEST_INPUT, RECORD_PDF_TOPIC, recordPdfHandlers } from './record-pdf.jobs.js';
import { loadRecordPdf, recordPdfFile } from './record-pdf.views.js';
import { sweepRecordPdfs } from './record-pdf.store.js';

let bench: ActBench;
let scratchFolder: string;
let pdfs: ReturnType<typeof recordPdfHandlers>;

beforeAll(async () => {
  bench = await openActBench();
  scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-record-pdf-'));
  pdfs = recordPdfHandlers({ runner: bench.runner, objects: bench.objects, scratchFolder });
});
afterAll(async () => {
  await pdfs.close();
  await bench.close();
});

const jana = 'jana.petersen';

async function work(handlers = pdfs.handlers): Promise<void> {
  const { database, runner, clock } = bench;
  await createOutbox({ database, runner, clock, handlers, lanes: [[RECORD_PDF_TOPIC]] }).drain();
}

/** A Vorgang with a PDF of two pages, and its Akte. */
async function withPdf(): Promise<{ vorgangId: string; akteId: string }> {
  const { vorgangId } = await openedVorgang(bench);
  await addPdf(vorgangId, 'Bescheid');
  const [row] = await bench.sql<{ akteId: string }>(`SELECT akte_id AS "akteId" FROM vorgang WHERE id = $1`, [
    vorgangId,
  ]);
  return { vorgangId, akteId: row?.akteId ?? '' };
}

async function addPdf(vorgangId: string, betreff: string): Promise<void> {
  const page = { ...A4, items: [] };
  const bytes = composePdf({ title: betreff, author: '', language: 'de-DE', createdAt: null }, [page, page]);
  const file = {
    ...done(await bench.objects.put(Readable.from([bytes]))),
    name: `${betreff}.pdf`,
    mime: 'application/pdf',
  };
  const own = { parentId: null, art: 'ausgang', state: 'gueltig', date: '2026-11-20', eingangId: null } as const;
  done(await bench.run(addDokument, { ...own, vorgangId, betreff, file, signatures: [] }));
}

const order = (kind: 'akte' | 'vorgang', id: string, login = jana) =>
  bench.perform(login, orderPdf, { record: { kind, id } });

async function found(kind: 'akte' | 'vorgang', id: string, login = jana) {
  return done(await bench.runner.transaction(bench.as(login), (tx) => loadRecordPdf(tx, { kind, id }))).pdf;
}

async function textOf(login: string, pdfId: string): Promise<string[]> {
  const file = done(await bench.runner.transaction(bench.as(login), (tx) => recordPdfFile(tx, pdfId)));
  const opened = await openPdf(await buffer(await bench.objects.get(file.sha256)));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const texts: string[] = [];
  for (let number = 1; number <= opened.document.numPages; number += 1) {
    const lines = await linesOfPage(await opened.document.getPage(number), number);
    texts.push(lines.map((line) => line.text.replace(/ +/g, ' ')).join('\n'));
  }
  await opened.close();
  return texts;
}

describe('the PDF of an Akte', () => {
  it('is nobody else’s to fetch, and not that of an unknown id', async () => {
    const { vorgangId } = await withPdf();
    const { pdfId } = done(await order('vorgang', vorgangId));
    await work();
    for (const [login, id] of [
      ['helga.brandt', pdfId],
      [jana, newId()],
    ] as const) {
      const refused = await bench.runner.transaction(bench.as(login), (tx) => recordPdfFile(tx, id));
      expect(refused).toMatchObject({ code: 'platform.notFound' });
    }
    expect(await found('vorgang', vorgangId, 'helga.brandt')).toBeNull();
  });

  it('says with the remedy where there is more than fits into one', async () => {
    const { vorgangId } = await withPdf();
    const { pdfId } = done(await order('vorgang', vorgangId));
    await bench.sql(
      `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
      SELECT gen_random_uuid(), mandant_id, id, 2, 'Plan.pdf', 'application/pdf', repeat('0', 64), $2, now(), 'x' FROM dokument WHERE vorgang_id = $1`,
      [vorgangId, LARGEST_INPUT + 1],
    );
    await work();
    expect(await found('vorgang', vorgangId)).toMatchObject({
      id: pdfId,
      state: 'failed',
      reason: { de: expect.stringContaining('250 MB'), remedy: { de: expect.stringContaining('einzeln') } },
    });
  });

  it('begins again after a crash, and leaves no files behind', async () => {
    const { vorgangId } = await withPdf();
    done(await order('vorgang', vorgangId));
    const away = { get: () => Promise.reject(new Error('the server was killed')), put: bench.objects.put };
    await work(recordPdfHandlers({ runner: bench.runner, objects: away, scratchFolder }).handlers);
    expect(await found('vorgang', vorgangId)).toMatchObject({ state: 'running', done: 0, total: 1 });
    bench.clock.advance(2_000);
    await work();
    expect(await found('vorgang', vorgangId)).toMatchObject({ state: 'ready', done: 1, total: 1, pages: 4 });
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('ends when it is aborted between two files', async () => {
    const { vorgangId } = await withPdf();
    await addPdf(vorgangId, 'Anlage');
    const { pdfId } = done(await order('vorgang', vorgangId));
    const aborting = {
      get: async (sha256: string) => {
        await bench.perform(jana, abortPdf, { pdfId });
        return bench.objects.get(sha256);
      },
      put: () => Promise.reject(new Error('nothing is to be stored')),
    };
    await work(recordPdfHandlers({ runner: bench.runner, objects: aborting, scratchFolder }).handlers);
    expect(await found('vorgang', vorgangId)).toMatchObject({ state: 'aborted', file: null });
  });

  it('is not made for somebody who has left meanwhile: the rights of the moment count', async () => {
    const { akteId } = await withPdf();
    const { pdfId } = done(await order('akte', akteId));
    await bench.sql(`UPDATE person SET active = false WHERE id = $1`, [bench.personId(jana)]);
    await work();
    await bench.sql(`UPDATE person SET active = true WHERE id = $1`, [bench.personId(jana)]);
    expect(await found('akte', akteId)).toMatchObject({ id: pdfId, state: 'failed', file: null });
  });

  it('is made with register and placeholders, by Vorgang, for whoever asked', async () => {
    const { vorgangId, akteId } = await withPdf();
    await officeDokument(bench, { vorgangId });
    const { pdfId } = done(await order('akte', akteId));
    await work();
    expect(await found('akte', akteId)).toMatchObject({ state: 'ready', pages: 5 });
    const [cover, register, , , placeholder] = await textOf(jana, pdfId);
    expect(cover).toContain('Zusammengestellt für');
    expect(cover).toContain('Jana Petersen');
    expect(register).toMatch(/1 20\.11\.2026 Bescheid 3–4/);
    expect(placeholder).toContain('noch nicht erstellt');
    expect(placeholder).toContain('Blatt 5 von 5');
  });

  it('is removed after a week', async () => {
    const { vorgangId } = await withPdf();
    done(await order('vorgang', vorgangId));
    await work();
    const sweep = () =>
      bench.runner.transaction(bench.system, async (tx) => {
        await sweepRecordPdfs(tx);
        return {};
      });
    await sweep();
    expect(await found('vorgang', vorgangId)).toMatchObject({ state: 'ready' });
    bench.clock.advance(8 * 86_400_000);
    await sweep();
    expect(await found('vorgang', vorgangId)).toBeNull();
  });
});

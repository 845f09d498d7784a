import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { abortPdf } from './abort-pdf.js';
import { orderPdf } from './order-pdf.js';
import { RECORD_PDF_TOPIC } from './record-pdf/record-pdf.jobs.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const order = (id: string, login = 'jana.petersen') =>
  bench.perform(login, orderPdf, { record: { kind: 'vorgang', id } });

describe('orderPdf', () => {
  it('refuses what is unknown, and a kind that is no record', async () => {
    expect(await order(newId())).toMatchObject({ code: 'platform.notFound' });
    const dokument = { record: { kind: 'dokument', id: newId() } };
    expect(await bench.perform('jana.petersen', orderPdf, dokument)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a second one of the same record while the first is under way', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const first = await order(vorgangId);
    expect(await order(vorgangId)).toMatchObject({ code: 'akte.pdfUnderWay' });
    expect(await order(vorgangId, 'helga.brandt')).toHaveProperty('pdfId');
    await bench.perform('jana.petersen', abortPdf, first);
    expect(await order(vorgangId)).toHaveProperty('pdfId');
  });

  it('orders it and writes into the Protokoll who takes a copy', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const { pdfId } = (await order(vorgangId)) as { pdfId: string };
    expect((await bench.followUps(RECORD_PDF_TOPIC)).at(-1)).toMatchObject({ key: pdfId, payload: { pdfId } });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'akte.orderPdf' });
  });
});

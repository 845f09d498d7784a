import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { abortPdf } from './abort-pdf.js';
import { orderPdf } from './order-pdf.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function ordered(): Promise<string> {
  const { vorgangId: id } = await openedVorgang(bench);
  const answer = await bench.perform('jana.petersen', orderPdf, { record: { kind: 'vorgang', id } });
  return (answer as { pdfId: string }).pdfId;
}

const abort = (pdfId: string, login = 'jana.petersen') => bench.perform(login, abortPdf, { pdfId });

describe('abortPdf', () => {
  it('refuses what is unknown, and the PDF of somebody else', async () => {
    expect(await abort(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await abort(await ordered(), 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
  });

  it('ends it, once', async () => {
    const pdfId = await ordered();
    expect(await abort(pdfId)).toEqual({});
    expect(await abort(pdfId)).toMatchObject({ code: 'akte.pdfOver' });
    expect(await bench.sql(`SELECT state FROM record_pdf WHERE id = $1`, [pdfId])).toEqual([{ state: 'aborted' }]);
  });
});

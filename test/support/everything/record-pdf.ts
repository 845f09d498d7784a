import type { RecordPdfView } from '../../../server/contract/record-pdf-views.js';
import { orderPdf } from '../../../server/akte/order-pdf.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** A PDF that is aborted before its turn comes, and one that is made. Returns its id. */
export async function takePdf(office: TestOffice, login: string, vorgangId: string): Promise<string> {
  const record = { kind: 'vorgang', id: vorgangId } as const;
  // Without what follows from it, so that there is something to abort.
  const { pdfId } = done(await office.runner.run(office.bench.as(login), orderPdf, { record }));
  done(await office.act(login, 'akte.abortPdf', { pdfId }));
  done(await office.act(login, 'akte.orderPdf', { record }));
  const { pdf } = done(await office.read<RecordPdfView>(login, `/api/vorgaenge/${vorgangId}/pdf`));
  if (pdf?.state !== 'ready') throw new Error(`the PDF is ${pdf?.state ?? 'nowhere'}`);
  return pdf.id;
}

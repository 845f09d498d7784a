import { closingHandlers } from './closing/closing.jobs.js';
import { recordPdfHandlers, type RecordPdfParts } from './record-pdf/record-pdf.jobs.js';
import { sweepRecordPdfs } from './record-pdf/record-pdf.store.js';

/** What goes on behind Akten and Vorgaenge: the work after z. d. A., and PDFs that people have asked for. */
export function openAkteFollowUps(parts: RecordPdfParts) {
  const closing = closingHandlers(parts.objects);
  const pdfs = recordPdfHandlers(parts);
  return {
    handlers: { ...closing, ...pdfs.handlers },
    /** A PDF of a large Akte takes minutes, and no Vorgang waits for it. */
    lanes: [Object.keys(closing), Object.keys(pdfs.handlers)],
    sweep: sweepRecordPdfs,
    close: () => pdfs.close(),
  };
}

import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { findRecordPdf, saveAborted } from './record-pdf/record-pdf.store.js';

const input = z.object({ pdfId: z.uuid() });

/** Ends a PDF that is being put together; the job finds out before its next file. */
export const abortPdf = act('akte.abortPdf', input, async (tx, { pdfId }) => {
  const found = await findRecordPdf(tx, pdfId);
  if (found?.personId !== personOf(tx).id) return reject('platform.notFound');
  if (!(await saveAborted(tx, pdfId))) return reject('akte.pdfOver');
  tx.protokoll({
    objectKind: found.kind,
    objectId: found.id,
    payload: { text: { de: 'Zusammenstellung als PDF abgebrochen', en: 'Putting together as PDF aborted' } },
  });
  tx.changed(found.kind, found.id);
  return {};
});

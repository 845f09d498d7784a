import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { nameOfRecord } from './record-pdf/record-parts.queries.js';
import { RECORD_PDF_TOPIC } from './record-pdf/record-pdf.jobs.js';
import { insertRecordPdf, newestRecordPdf } from './record-pdf/record-pdf.store.js';

const input = z.object({ record: z.object({ kind: z.enum(['akte', 'vorgang']), id: z.uuid() }) });

/** Has one PDF made of an Akte or a Vorgang: cover sheet, register, all that the person may see. It stands in the Protokoll who took a copy. */
export const orderPdf = act('akte.orderPdf', input, async (tx, { record }) => {
  if (!(await nameOfRecord(tx, record))) return reject('platform.notFound');
  const { id: personId } = personOf(tx);
  const newest = await newestRecordPdf(tx, personId, record.id);
  if (newest && ['waiting', 'running'].includes(newest.state)) return reject('akte.pdfUnderWay');
  const pdfId = newId();
  await insertRecordPdf(tx, { pdfId, personId, record, at: tx.clock.now() });
  await tx.enqueue(RECORD_PDF_TOPIC, pdfId, { pdfId });
  tx.protokoll({
    objectKind: record.kind,
    objectId: record.id,
    payload: { text: { de: 'Als PDF mit Register zusammengestellt', en: 'Put together as PDF with register' } },
  });
  tx.changed(record.kind, record.id);
  return { pdfId };
});

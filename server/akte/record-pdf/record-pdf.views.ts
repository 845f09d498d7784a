import type { AnyRecord } from '../../contract/akte-views.js';
import type { RecordPdfView } from '../../contract/record-pdf-views.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import type { StoredFile } from '../../platform/http/routes.js';
import { personOf, type Transaction } from '../../platform/transaction.js';
import { nameOfRecord } from './record-parts.queries.js';
import { findRecordPdf, newestRecordPdf } from './record-pdf.store.js';

/** The newest PDF of a record that this person has asked for. */
export async function loadRecordPdf(tx: Transaction, record: AnyRecord): Promise<RecordPdfView | Rejection> {
  if (!(await nameOfRecord(tx, record))) return reject('platform.notFound');
  const found = await newestRecordPdf(tx, personOf(tx).id, record.id);
  if (!found) return { pdf: null };
  const { pdfId: id, state, done, total, reason, pages, file } = found;
  const view = file && {
    name: file.name,
    mime: file.mime,
    size: file.size,
    url: `/api/akten/pdf/${id}`,
    text: null,
  };
  return { pdf: { id, state, done, total, orderedAt: found.orderedAt.toISOString(), reason, pages, file: view } };
}

/** Its bytes, for the person alone, and only while the record is still theirs to see. */
export async function recordPdfFile(tx: Transaction, pdfId: Id): Promise<StoredFile | Rejection> {
  const found = await findRecordPdf(tx, pdfId);
  if (!found?.file || found.personId !== personOf(tx).id) return reject('platform.notFound');
  if (!(await nameOfRecord(tx, found))) return reject('platform.notFound');
  return found.file;
}

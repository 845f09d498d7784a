import type { ObjectStore } from '../platform/objects/object-store.js';
import type { JobWorkers } from '../workflow/process-engine.js';
import { erstellenPdf } from './erstellen-pdf.js';

/** Service tasks that make Dokumente from texts. */
export function vorlageJobs(objects: Pick<ObjectStore, 'put'>): JobWorkers {
  return { 'dokument.pdfErstellen': (tx, job) => erstellenPdf(tx, objects, job) };
}

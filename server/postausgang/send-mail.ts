import { nameOfStufe } from '../access/names.js';
import { stufeOfVorgang } from '../access/stufe.queries.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { sendableFile } from '../dokument/dokument.queries.js';
import type { StoredFile } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { fillTexts, isMissing, missingValuesError } from '../vorlage/fill-text.js';
import { headerText, idVariable } from '../workflow/job-variables.js';
import type { Job, JobResult } from '../workflow/process-engine.js';
import { DELIVER_TOPIC, type MailOrder } from './mail-order.js';
import { addressesIn, mailObstacles } from './postausgang.js';

/**
 * Job `post.mailSenden`: checks the mail and orders its delivery; the job waits until the mail server has answered.
 * Attached are Dokumente of the Vorgang, as they are now.
 *
 * @returns every reason against the mail at once, or the order
 * @throws Error where the step has no recipient, subject or text
 */
export async function sendMail(tx: Transaction, job: Job): Promise<JobResult | Rejection> {
  const vorgangId = idVariable(job.variables, 'vorgangId');
  const texts = { an: headerText(job, 'an'), betreff: headerText(job, 'betreff'), text: headerText(job, 'text') };
  const filled = fillTexts(texts, job.variables);
  if (isMissing(filled)) return missingValuesError(filled);
  const stufe = await stufeOfVorgang(tx, vorgangId);
  // VS-NfD too goes through open networks only enciphered (Verschlusssachenanweisung), and this mail is not.
  if (stufe !== 'offen') return reject('postausgang.classified', { stufe: nameOfStufe(stufe).de });
  const attachments = await attachmentsOf(tx, vorgangId, job.variables['anhaenge'] ?? []);
  if (isRejection(attachments)) return attachments;
  const to = addressesIn(filled.an);
  const attachedBytes = attachments.reduce((sum, { size }) => sum + size, 0);
  const [first, ...more] = mailObstacles({ to, subject: filled.betreff, text: filled.text, attachedBytes });
  if (first) return { ...first, reasons: more };
  const order: MailOrder = { vorgangId, to, subject: filled.betreff, text: filled.text, attachments };
  return { outside: { topic: DELIVER_TOPIC, payload: { order } } };
}

async function attachmentsOf(tx: Transaction, vorgangId: string, ids: unknown): Promise<StoredFile[] | Rejection> {
  if (!Array.isArray(ids)) throw new Error('The variable anhaenge holds no list');
  const found: StoredFile[] = [];
  for (const id of ids as unknown[]) {
    const file = typeof id === 'string' && isId(id) ? await sendableFile(tx, vorgangId, id) : null;
    if (!file) return reject('postausgang.attachmentUnknown', { dokumentId: String(id).slice(0, 60) });
    found.push(file);
  }
  return found;
}

import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { ActOutput } from '../contract/acts.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { assignEingang } from './assign-eingang.js';
import { certainFiling, type CertainPlace } from './certain.js';
import { loadDuplicates } from './duplicate.views.js';
import { assignable } from './eingang.js';
import { examinationOf, lockEingang } from './eingang.store.js';
import { proposeFiling, suggestFacts } from './proposals.js';
import { loadStock } from './stock.store.js';

/**
 * Files an Eingang at the place that was proposed for it as certain, if that is still so: proposed anew while it is locked, so
 * that nothing comes between the question and the filing. A part of the act `assignEingang` for batches.
 */
export async function fileCertain(
  tx: Transaction,
  eingangId: Id,
  expected: CertainPlace,
): Promise<ActOutput<'posteingang.assignEingang'> | Rejection> {
  const found = await lockEingang(tx, eingangId);
  const eingang = assignable(found, found?.version ?? 0);
  if (isRejection(eingang)) return eingang;
  const examination = await examinationOf(tx, eingangId);
  if (!examination) return reject('posteingang.notExamined');
  const stock = await loadStock(tx, examination, tx.clock.today());
  const { duplicates } = await loadDuplicates(tx, eingangId);
  const proposals = proposeFiling(examination, stock);
  const suggested = suggestFacts(examination, stock);
  const input = certainFiling({ eingang, examination, proposals, suggested, duplicates: duplicates.length }, expected);
  if (isRejection(input)) return input;
  // What a letter says of itself was written by its sender: it is checked like what a page sends.
  const parsed = assignEingang.schema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return reject('platform.invalidInput', { fields: fields.join('; ') });
  }
  return assignEingang(tx, parsed.data);
}

import type { Examination } from '../contract/examination.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { isAddress } from '../postausgang/postausgang.js';
import { candidatesFor, saveDuplicates, saveMarks, type FoundDuplicate } from './duplicate.store.js';
import { duplicateReason, marksOf } from './duplicates.js';
import type { Eingang } from './eingang.js';
import { lockEingang, saveExamination } from './eingang.store.js';
import { insertReceipt } from './receipt.store.js';

/** Keeps what was found in an Eingang; the bytes of its parts are already stored. */
export const recordExamination = systemAct(
  'posteingang.recordExamination',
  async (tx, input: { eingangId: Id; examination: Examination }): Promise<object | Rejection> => {
    const { eingangId, examination } = input;
    const eingang = await lockEingang(tx, eingangId);
    if (!eingang) return reject('platform.notFound');
    if (eingang.state !== 'empfangen') return {};
    await saveExamination(tx, tx.mandantId, eingangId, examination);
    // Mail tells where to answer; on paper it stands in the letter, and a person reads it there.
    if (examination.mail && examination.outcome !== 'quarantaene' && isAddress(examination.senderAddress)) {
      await insertReceipt(tx, tx.mandantId, eingangId, examination.senderAddress, tx.clock.now());
    }
    const duplicates = await findDuplicates(tx, eingang, examination);
    tx.protokoll({
      objectKind: 'eingang',
      objectId: eingangId,
      payload: {
        outcome: examination.outcome,
        kind: examination.kind,
        warnings: examination.warnings.map(({ code }) => code),
        duplicates: duplicates.map(({ reason }) => reason),
        parts: examination.parts.map(({ sha256, size }) => ({ sha256, size })),
      },
    });
    tx.changed('eingang', eingangId);
    return {};
  },
);

/** Looks for Eingaenge that may be the same, and keeps each pair: the later one may be the earlier one again. */
async function findDuplicates(tx: Transaction, eingang: Eingang, examination: Examination): Promise<FoundDuplicate[]> {
  const marks = marksOf(examination);
  if (marks.length === 0) return [];
  await saveMarks(tx, tx.mandantId, eingang.id, marks);
  const found = (await candidatesFor(tx, eingang.id, marks)).flatMap((other): FoundDuplicate[] => {
    const reason = duplicateReason(examination, other.facts);
    if (!reason) return [];
    const [earlier, later] = other.receivedAt <= eingang.receivedAt ? [other, eingang] : [eingang, other];
    return [{ eingangId: later.id, ofId: earlier.id, reason }];
  });
  await saveDuplicates(tx, tx.mandantId, found);
  for (const { eingangId } of found) tx.changed('eingang', eingangId);
  return found;
}

import { addDokumente } from '../dokument/add-dokument.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import type { TravellingDokument } from './ersuchen.js';

/**
 * Files what has come over in a Vorgang of ours: the letter, and below it whatever was enclosed. The bytes are those of the other
 * side; the objects of an installation are shared by content. Returns the id of the letter.
 * @param author who has sent it, as that side signs; null: whoever accepts it
 */
export async function fileTravelling(
  tx: Transaction,
  vorgangId: Id,
  dokumente: readonly TravellingDokument[],
  author: string | null,
): Promise<Id | Rejection> {
  const letterId = newId();
  const filed = dokumente.map(({ fileName: name, mime, size, sha256, betreff, date, signatures }, place) => ({
    ...{ id: place === 0 ? letterId : newId(), parentId: place === 0 ? null : letterId },
    ...{ betreff, date, signatures, state: 'gueltig' as const, eingangId: null },
    art: place === 0 ? ('eingang' as const) : ('anlage' as const),
    file: { name, mime, size, sha256 },
    ...(author === null ? {} : { author: { id: null, name: author } }),
  }));
  // One after the other: those enclosed refer to the letter.
  for (const part of [filed.slice(0, 1), filed.slice(1)]) {
    const refused = part.length === 0 ? null : await addDokumente(tx, vorgangId, part);
    if (isRejection(refused)) return refused;
  }
  return letterId;
}

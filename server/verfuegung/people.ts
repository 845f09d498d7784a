import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { peopleFor } from '../laufweg/people.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import type { NumberedPunkt } from './verfuegung.js';
import { whoOf } from './verfuegung.store.js';

// Nothing is signed here: whoever has written a Dokument may take note of it.
const NOBODY_CONCERNED = { initiatorId: '', authors: [], cosigners: [] } as const;

/**
 * Everything that stands against those whom the points go to: who cannot sign in any more, works on no Aufgaben or may not
 * see the Vorgang would never do it.
 */
export async function peopleFindings(
  tx: Transaction,
  vorgangId: Id,
  list: readonly NumberedPunkt[],
): Promise<Rejection[]> {
  const people = await peopleFor(tx, vorgangId);
  const found: Rejection[] = [];
  for (const { nummer, punkt } of list) {
    const who = whoOf(punkt, personOf(tx).id);
    const unsuited = who && (await people.unsuited(who, 'kenntnisnahme', NOBODY_CONCERNED));
    if (unsuited?.kind === 'nobody') found.push(reject('verfuegung.nobodyInGroup', { nummer }));
    if (unsuited?.kind !== 'person') continue;
    const { name, why } = unsuited;
    found.push(reject('verfuegung.personUnsuited', { nummer, name, whyDe: why.de, whyEn: why.en }));
  }
  return found;
}

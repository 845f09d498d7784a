import type { StationPlace } from '../contract/laufweg-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { listColleagues } from '../identity/identity.queries.js';
import { whyNever } from '../laufweg/four-eyes.js';
import { candidatesIn } from '../laufweg/people.js';
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
  const colleagues = await listColleagues(tx);
  const candidates = candidatesIn(tx, vorgangId);
  const findingOf = async (who: StationPlace, nummer: number): Promise<Rejection | null> => {
    if (who.kind === 'person') {
      const [candidate] = await candidates(colleagues.filter(({ id }) => id === who.personId));
      const never = candidate
        ? whyNever(candidate, 'kenntnisnahme', NOBODY_CONCERNED)
        : { de: 'kann sich nicht (mehr) anmelden.', en: 'cannot sign in (any more).' };
      const name = candidate?.name ?? '–';
      return never && reject('verfuegung.personUnsuited', { nummer, name, whyDe: never.de, whyEn: never.en });
    }
    const members = colleagues.filter(
      ({ roles, unitId }) => roles.includes(who.role) && (who.unitId === null || who.unitId === unitId),
    );
    // One by one: the rights of each are computed anew, and the first who fits is enough.
    for (const member of members) {
      const [candidate] = await candidates([member]);
      if (candidate && whyNever(candidate, 'kenntnisnahme', NOBODY_CONCERNED) === null) return null;
    }
    return reject('verfuegung.nobodyInGroup', { nummer });
  };
  const found: Rejection[] = [];
  for (const { nummer, punkt } of list) {
    const who = whoOf(punkt, personOf(tx).id);
    const finding = who && (await findingOf(who, nummer));
    if (finding) found.push(finding);
  }
  return found;
}

import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { startOfDay } from '../platform/clock.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import { refuseBeforePlanned, refuseDay, refuseFacts, sameFacts, type EinheitFacts } from './aktenplan.js';
import { bringIntoForce, insertVersions, lockAktenplan, lockEinheit, type LockedEinheit } from './aktenplan.store.js';
import { germanDay } from '../contract/german-day.js';

export interface OfEinheit {
  readonly einheitId: Id;
  readonly version: number;
  readonly validFrom: Day;
}

/**
 * Gives a position its next version: the common way of all acts that change one. `change` says what is new, or what stands
 * against it; everything else stays as the last version says.
 */
export async function saveVersion(
  tx: Transaction,
  { einheitId, version, validFrom }: OfEinheit,
  words: { readonly de: string; readonly en: string },
  change: (einheit: LockedEinheit) => Partial<EinheitFacts> | Rejection | Promise<Partial<EinheitFacts> | Rejection>,
): Promise<{ version: number } | Rejection> {
  await lockAktenplan(tx, tx.mandantId);
  const einheit = await lockEinheit(tx, einheitId);
  if (!einheit) return reject('platform.notFound');
  const { kennzeichen, last } = einheit;
  const refused = refuseDay(validFrom, tx.clock.today()) ?? refuseBeforePlanned(kennzeichen, last, validFrom);
  if (refused) return refused;
  const changed = await change(einheit);
  if (isRejection(changed)) return changed;
  const facts: EinheitFacts = { ...factsOf(last), ...changed };
  const wrong = refuseFacts(facts) ?? (sameFacts(facts, last) ? reject('aktenplan.nothingChanges') : null);
  if (wrong) return wrong;
  if (einheit.version !== version) return reject('platform.stale');
  await beginOn(tx, validFrom, [{ einheitId, ...facts }]);
  tx.protokoll({
    objectKind: 'aktenplaneinheit',
    objectId: einheitId,
    payload: {
      ...{ kennzeichen, validFrom, before: factsOf(last), after: facts },
      text: {
        de: `${words.de}, gilt ab ${germanDay(validFrom)}`,
        en: `${words.en}, valid from ${germanDay(validFrom)}`,
      },
    },
  });
  tx.changed('aktenplan', einheitId);
  return { version: version + 1 };
}

/** Writes versions that begin on a day: in force at once, or by a follow-up at the first instant of that day. */
export async function beginOn(
  tx: Transaction,
  day: Day,
  versions: readonly (EinheitFacts & { readonly einheitId: Id })[],
): Promise<void> {
  const at = tx.clock.now();
  await insertVersions(tx, { mandantId: tx.mandantId, day, at, author: authorOf(tx.actor) }, versions);
  if (day <= tx.clock.today()) await bringIntoForce(tx, tx.clock.today());
  else await tx.enqueue('aktenplan.enterIntoForce', day, { day }, startOfDay(day));
}

function factsOf({ parentId, titel, aufbewahrung, aussonderungsart, state }: EinheitFacts): EinheitFacts {
  return { parentId, titel, aufbewahrung, aussonderungsart, state };
}

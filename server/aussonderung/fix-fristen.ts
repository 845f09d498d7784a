import type { Day, Id } from '../contract/views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Transaction } from '../platform/transaction.js';
import { fristenOf, type FristRow } from './aufbewahrung.queries.js';
import { saveFixed } from './aufbewahrung.store.js';
import { effectiveFrist, fixFrist, type EffectiveFrist } from './aufbewahrungsfrist.js';
import { protectLater } from './protect-objects.js';
import { germanDay } from '../contract/german-day.js';

/** A Vorgang z. d. A. whose period was asked for anew. */
export interface RefixedVorgang {
  readonly before: FristRow;
  readonly frist: EffectiveFrist;
  readonly fristbeginn: Day | null;
  readonly aufbewahrungsende: Day | null;
}

/**
 * Part of an act that changes what decides the periods of these closed Vorgaenge: computes them anew, saves them, and tells
 * each Vorgang whose end is another one. The Vorgaenge are locked already.
 */
export async function fixFristen(tx: Transaction, vorgangIds: readonly Id[], why: Sentence): Promise<RefixedVorgang[]> {
  const refixed = (await fristenOf(tx, vorgangIds)).map(refix);
  if (refixed.length === 0) return refixed;
  await saveFixed(
    tx,
    refixed.map(({ before, ...fixed }) => ({ id: before.id, ...fixed })),
  );
  for (const { before, aufbewahrungsende } of refixed) {
    tx.changed('vorgang', before.id);
    if (before.aufbewahrungsende === aufbewahrungsende) continue;
    await protectLater(tx, 'vorgang', before.id);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: before.id,
      payload: {
        before: before.aufbewahrungsende,
        aufbewahrungsende,
        text: {
          de: `Aufbewahrung ${until(aufbewahrungsende).de} statt ${until(before.aufbewahrungsende).de}. ${why.de}`,
          en: `Retention ${until(aufbewahrungsende).en} instead of ${until(before.aufbewahrungsende).en}. ${why.en}`,
        },
      },
    });
  }
  return refixed;
}

function refix(before: FristRow): RefixedVorgang {
  if (before.zdaDate === null) throw new Error('An open Vorgang has no period to fix');
  const frist = effectiveFrist(before.plan, before.akte, before.vorgang);
  return { before, frist, ...fixFrist(frist, before.zdaDate, before.event) };
}

function until(ende: Day | null): Sentence {
  return ende === null
    ? { de: 'ohne Ende', en: 'without end' }
    : { de: `bis ${germanDay(ende)}`, en: `until ${germanDay(ende)}` };
}

import { z } from 'zod';
import type { Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { refusePlace } from './aktenplan.js';
import { loadPlan, plannedDays, type LockedEinheit } from './aktenplan.store.js';
import { ofEinheit } from './input.js';
import { saveVersion } from './save-version.js';

const input = z.object({ ...ofEinheit, parentId: z.uuid().nullable() });

/** Hangs a position and all below it under another one from a day on. Akten keep their Aktenzeichen. */
export const moveEinheit = act('aktenplan.moveEinheit', input, (tx, move) => {
  const words = { de: 'Stelle verschoben', en: 'Position moved' };
  return saveVersion(tx, move, words, async (einheit) => {
    const refused = await refuseMove(tx, einheit, move.parentId, move.validFrom);
    return refused ?? { parentId: move.parentId };
  });
});

/** The move must fit on its first day and on every later one for which something is planned: two moves can cross. */
async function refuseMove(
  tx: Transaction,
  einheit: LockedEinheit,
  parentId: Id | null,
  validFrom: Day,
): Promise<Rejection | null> {
  for (const day of [validFrom, ...(await plannedDays(tx, validFrom))]) {
    const refused = refusePlace(await loadPlan(tx, day), einheit, parentId, day);
    if (refused) return refused;
  }
  return null;
}

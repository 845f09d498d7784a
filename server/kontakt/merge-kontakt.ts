import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelOf, refuseMerged } from './kontakt.js';
import { lockKontakt, saveMerge } from './kontakt.store.js';

const input = z.object({ id: z.uuid(), version: z.int(), keptId: z.uuid() });

/**
 * Merges a duplicate into another entry. The duplicate only points there: its Beteiligungen and its facts stay, so that
 * `splitKontakt` gives back exactly what was.
 */
export const mergeKontakt = act('kontakt.mergeKontakt', input, async (tx, { id, version, keptId }) => {
  if (id === keptId) return reject('kontakt.sameEntry');
  // In one order, so that two who merge the same two crosswise do not wait for each other.
  const [first, second] = [id, keptId].sort();
  const locked = [await lockKontakt(tx, first ?? ''), await lockKontakt(tx, second ?? '')];
  const gone = locked.find((kontakt) => kontakt?.id === id);
  const kept = locked.find((kontakt) => kontakt?.id === keptId);
  if (!gone || !kept) return reject('platform.notFound');
  const refused = refuseMerged(gone) ?? refuseMerged(kept);
  if (refused) return refused;
  if (gone.version !== version) return reject('platform.stale');
  await saveMerge(tx, id, keptId);
  tx.protokoll({ objectKind: 'kontakt', objectId: id, payload: { label: labelOf(gone), keptId, kept: labelOf(kept) } });
  return { version: version + 1 };
});

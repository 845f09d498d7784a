import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelOf } from './kontakt.js';
import { lockKontakt, saveMerge } from './kontakt.store.js';

const input = z.object({ id: z.uuid(), version: z.int() });

/** Takes a merge back: the entry stands by itself again, with the Beteiligungen that it had and got. */
export const splitKontakt = act('kontakt.splitKontakt', input, async (tx, { id, version }) => {
  const kontakt = await lockKontakt(tx, id);
  if (!kontakt) return reject('platform.notFound');
  if (kontakt.mergedInto === null) return reject('kontakt.notMerged', { label: labelOf(kontakt) });
  if (kontakt.version !== version) return reject('platform.stale');
  await saveMerge(tx, id, null);
  const payload = { label: labelOf(kontakt), wasMergedInto: kontakt.mergedInto };
  tx.protokoll({ objectKind: 'kontakt', objectId: id, payload });
  return { version: version + 1 };
});

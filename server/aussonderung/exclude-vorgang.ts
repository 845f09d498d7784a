import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { requireRequested } from './vernichtung.js';
import { excludeItems, lockVernichtung, selectedItems, touchVernichtung } from './vernichtung.store.js';

const input = z.object({ vernichtungId: z.uuid(), version: z.int(), vorgangId: z.uuid(), reason });

/** Takes one Vorgang out of a Vernichtung that waits for its release; the reason stands in the Loeschnachweis. */
export const excludeVorgang = act('aussonderung.excludeVorgang', input, async (tx, wish) => {
  await tx.requireRight('work', 'vorgang', wish.vorgangId);
  const { vernichtungId, version, reason } = wish;
  const vorgangId = wish.vorgangId.toLowerCase();
  const vernichtung = await lockVernichtung(tx, vernichtungId);
  if (!vernichtung) return reject('platform.notFound');
  const refused = requireRequested(vernichtung);
  if (refused) return refused;
  const items = await selectedItems(tx, vernichtungId);
  if (!items.some(({ recordId }) => recordId === vorgangId)) return reject('platform.notFound');
  if (vernichtung.version !== version) return reject('platform.stale');
  if (items.length === 1) return reject('aussonderung.lastItem');
  await excludeItems(tx, vernichtungId, [vorgangId], reason, tx.clock.now());
  await touchVernichtung(tx, vernichtungId);
  const text = {
    de: `Von der Vernichtung ausgenommen. Grund: ${reason}`,
    en: `Taken out of the destruction. Reason: ${reason}`,
  };
  tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { vernichtungId, reason, text } });
  tx.changed('vorgang', vorgangId);
  tx.changed('aussonderung', vernichtungId);
  return { version: version + 1 };
});

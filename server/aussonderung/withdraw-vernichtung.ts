import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { requireRequested } from './vernichtung.js';
import { excludeItems, lockVernichtung, saveEnded, selectedItems } from './vernichtung.store.js';

const input = z.object({ vernichtungId: z.uuid(), version: z.int(), reason });

/** Ends a Vernichtung that nobody has released yet: all its Vorgaenge are free again. */
export const withdrawVernichtung = act('aussonderung.withdrawVernichtung', input, async (tx, wish) => {
  const { vernichtungId, version, reason } = wish;
  const vernichtung = await lockVernichtung(tx, vernichtungId);
  if (!vernichtung) return reject('platform.notFound');
  const refused = requireRequested(vernichtung);
  if (refused) return refused;
  if (vernichtung.version !== version) return reject('platform.stale');
  const items = await selectedItems(tx, vernichtungId);
  const ids = items.map(({ recordId }) => recordId);
  await excludeItems(tx, vernichtungId, ids, reason, tx.clock.now());
  await saveEnded(tx, vernichtungId, 'withdrawn', tx.clock.now());
  tx.protokoll({ objectKind: 'vernichtung', objectId: vernichtungId, payload: { reason } });
  for (const id of ids) {
    const text = {
      de: `Antrag auf Vernichtung zurückgezogen. Grund: ${reason}`,
      en: `Request for destruction withdrawn. Reason: ${reason}`,
    };
    tx.protokoll({ objectKind: 'vorgang', objectId: id, payload: { vernichtungId, text } });
    tx.changed('vorgang', id);
  }
  tx.changed('aussonderung', vernichtungId);
  return { version: version + 1 };
});

import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { countLinked, saveLinked } from './duplicate.store.js';
import { assignable, linkObstacles, type Eingang } from './eingang.js';
import { lockEingang } from './eingang.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int(), originalId: z.uuid() });

/**
 * Says that an Eingang is an earlier one again. Nothing is lost: it leaves the desk, stands at the other one and goes where
 * that one goes. Its reverse is `unlinkDuplicate`.
 */
export const linkDuplicate = act('posteingang.linkDuplicate', input, async (tx, { eingangId, version, originalId }) => {
  tx.correlationId = eingangId;
  const both = await lockBoth(tx, eingangId, originalId);
  const eingang = assignable(both.eingang, version);
  if (isRejection(eingang)) return eingang;
  if (!both.original) return reject('platform.notFound');
  const { original } = both;
  const [first, ...more] = linkObstacles(eingang, original, await tx.asSystem((all) => countLinked(all, eingangId)));
  if (first) return { ...first, reasons: more };
  // It becomes a part of that record's history.
  if (original.vorgangId) await tx.requireRight('work', 'vorgang', original.vorgangId);
  const next = await saveLinked(tx, eingangId, originalId, original.vorgangId);
  tx.protokoll({
    objectKind: original.vorgangId ? 'vorgang' : 'eingang',
    objectId: original.vorgangId ?? originalId,
    payload: {
      ...{ eingangId, originalId, sha256: eingang.sha256 },
      text: {
        de: `Eingang „${eingang.fileName}“ als Dublette von „${original.fileName}“ verknüpft`,
        en: `Item “${eingang.fileName}” linked as duplicate of “${original.fileName}”`,
      },
    },
  });
  tx.changed('eingang', eingangId);
  tx.changed('eingang', originalId);
  return { version: next };
});

/** Both, locked in the order of their ids: two people who link crosswise wait for each other once and not for ever. */
async function lockBoth(
  tx: Transaction,
  eingangId: Id,
  originalId: Id,
): Promise<{ eingang: Eingang | null; original: Eingang | null }> {
  const found = new Map<Id, Eingang | null>();
  for (const id of [eingangId, originalId].sort()) found.set(id, await lockEingang(tx, id));
  return { eingang: found.get(eingangId) ?? null, original: found.get(originalId) ?? null };
}

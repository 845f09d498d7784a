import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { deleteRulesOfAkte, lockAkte, saveProtection } from './access.store.js';
import { reasonInput } from './input.js';

const input = z.object({ akteId: z.uuid(), version: z.int(), reason: reasonInput });

/** The Akte inherits its rights from the Aktenplan again; its own list is gone and stands in the Protokoll only. */
export const unprotectAkte = act('access.unprotectAkte', input, async (tx, { akteId, version, reason }) => {
  await tx.requireRight('manage', 'akte', akteId);
  const akte = await lockAkte(tx, akteId);
  if (!akte) return reject('platform.notFound');
  if (!akte.protected) return reject('access.notProtected');
  if (akte.version !== version) return reject('platform.stale');
  const next = await tx.asSystem(async (all) => {
    await deleteRulesOfAkte(all, akteId);
    return saveProtection(all, akteId, false);
  });
  tx.protokoll({
    objectKind: 'akte',
    objectId: akteId,
    payload: { reason, text: { de: `Schutz aufgehoben: ${reason}`, en: `Protection lifted: ${reason}` } },
  });
  tx.changed('akte', akteId);
  return { version: next };
});

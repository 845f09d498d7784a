import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { isCleared } from './access.js';
import { lockClassified, saveStufe } from './access.store.js';
import { loadHolder } from './holder.queries.js';
import { reasonInput, stufeInput } from './input.js';
import { nameOfStufe } from './names.js';

const input = z.object({
  kind: z.enum(['akte', 'vorgang']),
  id: z.uuid(),
  version: z.int(),
  stufe: stufeInput,
  reason: reasonInput,
});

/**
 * Says how confidential an Akte or a Vorgang is. Whoever is not cleared for it sees nothing of it from now on, whatever
 * the rules give; nobody can raise a record out of their own sight.
 */
export const classifyRecord = act('access.classifyRecord', input, async (tx, { kind, id, version, stufe, reason }) => {
  await tx.requireRight('manage', kind, id);
  const found = await lockClassified(tx, kind, id);
  if (!found) return reject('platform.notFound');
  if (found.version !== version) return reject('platform.stale');
  const holder = await loadHolder(tx, personOf(tx).id);
  if (!holder || !isCleared(holder, { stufe })) {
    const clearance = nameOfStufe(holder?.clearance ?? 'offen').de;
    return reject('access.notCleared', { stufe: nameOfStufe(stufe).de, clearance });
  }
  const next = await tx.asSystem((all) => saveStufe(all, kind, id, stufe));
  const [before, after] = [nameOfStufe(found.stufe), nameOfStufe(stufe)];
  tx.protokoll({
    objectKind: kind,
    objectId: id,
    payload: {
      reason,
      before: found.stufe,
      stufe,
      text: {
        de: `Eingestuft als „${after.de}“ (vorher „${before.de}“): ${reason}`,
        en: `Classified as “${after.en}” (was “${before.en}”): ${reason}`,
      },
    },
  });
  tx.changed(kind, id);
  return { version: next };
});

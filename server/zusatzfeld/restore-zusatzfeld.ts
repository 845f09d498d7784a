import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { MOST_FIELDS, namesOf } from './zusatzfeld.js';
import { countInUse, lockZusatzfeld, saveZusatzfeld } from './zusatzfeld.store.js';

const input = z.object({ id: z.uuid(), version: z.int() });

/** A retired field takes values again, as it was last defined. */
export const restoreZusatzfeld = act('zusatzfeld.restoreZusatzfeld', input, async (tx, { id, version }) => {
  const field = await lockZusatzfeld(tx, id);
  if (!field) return reject('platform.notFound');
  if (field.state === 'offen') return reject('zusatzfeld.alreadySo', namesOf(field));
  if ((await countInUse(tx, field.kind)) >= MOST_FIELDS) return reject('zusatzfeld.tooMany', { most: MOST_FIELDS });
  if (field.version !== version) return reject('platform.stale');
  const saved = await saveZusatzfeld(tx, field, { state: 'offen' });
  tx.protokoll({
    objectKind: 'zusatzfeld',
    objectId: id,
    payload: {
      text: {
        de: `Zusatzfeld „${field.label.de}“ wieder in Gebrauch`,
        en: `Extra field “${field.label.en}” in use again`,
      },
    },
  });
  return { id, version: saved };
});

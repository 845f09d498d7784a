import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { namesOf } from './zusatzfeld.js';
import { lockZusatzfeld, saveZusatzfeld } from './zusatzfeld.store.js';

const input = z.object({ id: z.uuid(), version: z.int() });

/** From now on the field takes no new value. Those that are there stay, are found and can be read. */
export const retireZusatzfeld = act('zusatzfeld.retireZusatzfeld', input, async (tx, { id, version }) => {
  const field = await lockZusatzfeld(tx, id);
  if (!field) return reject('platform.notFound');
  if (field.state === 'stillgelegt') return reject('zusatzfeld.alreadySo', namesOf(field));
  if (field.version !== version) return reject('platform.stale');
  const saved = await saveZusatzfeld(tx, field, { state: 'stillgelegt' });
  tx.protokoll({
    objectKind: 'zusatzfeld',
    objectId: id,
    payload: {
      text: { de: `Zusatzfeld „${field.label.de}“ stillgelegt`, en: `Extra field “${field.label.en}” retired` },
    },
  });
  return { id, version: saved };
});

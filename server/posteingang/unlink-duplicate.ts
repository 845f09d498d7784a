import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { saveUnlinked } from './duplicate.store.js';
import { lockEingang } from './eingang.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

/** Takes back that an Eingang is another one again: it lies on the desk as an item of its own. Its reverse is `linkDuplicate`. */
export const unlinkDuplicate = act('posteingang.unlinkDuplicate', input, async (tx, { eingangId, version }) => {
  tx.correlationId = eingangId;
  const eingang = await lockEingang(tx, eingangId);
  if (!eingang) return reject('platform.notFound');
  if (!eingang.linkedTo) return reject('posteingang.notLinked');
  if (eingang.version !== version) return reject('platform.stale');
  const { linkedTo, vorgangId } = eingang;
  if (vorgangId) await tx.requireRight('work', 'vorgang', vorgangId);
  const next = await saveUnlinked(tx, eingangId);
  tx.protokoll({
    objectKind: vorgangId ? 'vorgang' : 'eingang',
    objectId: vorgangId ?? linkedTo,
    payload: {
      ...{ eingangId, originalId: linkedTo },
      text: {
        de: `Verknüpfung der Dublette „${eingang.fileName}“ gelöst`,
        en: `Link of the duplicate “${eingang.fileName}” undone`,
      },
    },
  });
  tx.changed('eingang', eingangId);
  tx.changed('eingang', linkedTo);
  return { version: next };
});

import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { onDesk } from './eingang.js';
import { lockEingang, saveState } from './eingang.store.js';

/** Takes an item back to the desk. Its reverse is `setAsideEingang`. */
export const resumeEingang = act(
  'posteingang.resumeEingang',
  z.object({ eingangId: z.uuid(), version: z.int() }),
  async (tx, { eingangId, version }) => {
    tx.correlationId = eingangId;
    const eingang = onDesk(await lockEingang(tx, eingangId), version);
    if (isRejection(eingang)) return eingang;
    if (eingang.state !== 'klaerung') return reject('posteingang.notSetAside');
    const next = await saveState(tx, eingangId, 'geprueft', null);
    tx.protokoll({ objectKind: 'eingang', objectId: eingangId, payload: {} });
    tx.changed('eingang', eingangId);
    return { version: next };
  },
);

import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';

/** Leaves the audit row that the signed version was filed and its bytes were found intact. */
export const recordAblage = systemAct('akte.recordAblage', async (tx, input: { vorgangId: Id; sha256: string }) => {
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: input.vorgangId,
    payload: {
      sha256: input.sha256,
      text: {
        de: 'Signierte Fassung abgelegt, Bytes unversehrt',
        en: 'Signed version filed, bytes intact',
      },
    },
  });
  return {};
});

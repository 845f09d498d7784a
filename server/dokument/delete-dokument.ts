import { z } from 'zod';
import { sperreObstacles } from '../aussonderung/sperre.queries.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { refusalOf } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';
import { binObstacles } from './place.js';
import { deleteFamily } from './place.store.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), reason });

/**
 * The second step after the bin, for the Registratur alone: the versions go for good, and the bytes with the next upkeep
 * unless something else refers to them. The number stays taken; hashes and reason stand in the Protokoll.
 */
export const deleteDokument = act('dokument.deleteDokument', input, async (tx, { dokumentId, version, reason }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const held = await sperreObstacles(tx, 'dokument', dokumentId);
  const refused = refusalOf(dokument, [...binObstacles(dokument), ...held]);
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const placing = { place: 'deleted', at: tx.clock.now(), by: personOf(tx).id, reason } as const;
  const versions = await deleteFamily(tx, dokumentId, placing);
  const { nummer } = dokument;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, nummer, betreff: dokument.betreff, versions, reason },
      text: {
        de: `Dokument ${nummer} endgültig gelöscht, SHA-256 ${dokument.newest.sha256}. Grund: ${reason}`,
        en: `Document ${nummer} deleted for good, SHA-256 ${dokument.newest.sha256}. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { versions: versions.length };
});

import { sperreObstacles } from '../aussonderung/sperre.queries.js';
import type { Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { lockDokument } from './dokument.store.js';
import { deleteFamily, dokumenteInBin } from './place.store.js';

const REASON = 'Papierkorb nach z. d. A. geleert';

/**
 * Part of closing a Vorgang: deletes for good what lies in its bin, by the rules of `deleteDokument`. What a Sperre keeps
 * stays, and is told. The Vorgang is locked by the caller.
 */
export const emptyBin = systemAct('dokument.emptyBin', async (tx, { vorgangId }: { vorgangId: Id }) => {
  const held: Rejection[] = [];
  let deleted = 0;
  for (const dokumentId of await dokumenteInBin(tx, vorgangId)) {
    const dokument = await lockDokument(tx, dokumentId);
    if (dokument?.place !== 'bin') continue;
    const obstacles = await sperreObstacles(tx, 'dokument', dokumentId);
    if (obstacles.length > 0) {
      held.push(...obstacles);
      continue;
    }
    const { nummer, betreff, newest } = dokument;
    const placing = { place: 'deleted', at: tx.clock.now(), by: null, reason: REASON } as const;
    const versions = await deleteFamily(tx, dokumentId, placing);
    deleted += 1;
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        ...{ dokumentId, nummer, betreff, versions, reason: REASON },
        text: {
          de: `Dokument ${nummer} endgültig gelöscht, SHA-256 ${newest.sha256}. Grund: ${REASON}`,
          en: `Document ${nummer} deleted for good, SHA-256 ${newest.sha256}. Reason: bin emptied after closing`,
        },
      },
    });
  }
  return { deleted, held };
});

import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { preparedAct } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { insertAussonderung } from './aussonderung.store.js';
import { fingerprintOf, prepareAbgabe, type AbgabeParts } from './prepare-abgabe.js';
import { refuseSelection } from './select-vorgaenge.js';
import { loadTransferRecords, lockVorgaenge } from './transfer-records.store.js';

// One container is one message; what is more goes into a further Abgabe. x-man took 629 MB in 12 s, and a message of
// 1,000 Vorgaenge is some 20 MB of XML.
const input = z.object({ vorgangIds: z.array(z.uuid()).min(1).max(1_000) });

/**
 * Hands archival Vorgaenge over to the archive: message 0503 of the two-step procedure. Final; a correction is a new
 * Aussonderung. The package is made before the transaction (`prepareAbgabe`). The transaction locks the Vorgaenge, asks
 * the rules again and compares a fingerprint of everything that is in the package with the database: whatever changed
 * in between, down to a title or a line of the history, is refused as stale, and the package is left to the sweeper.
 */
export function createTransferAbgabe(parts: AbgabeParts) {
  return preparedAct(
    'aussonderung.transferAbgabe',
    input,
    (asker, { vorgangIds }) => prepareAbgabe(parts, asker, vorgangIds),
    async (tx, prepared) => {
      const { id, vorgangIds, fileName, sha512, size } = prepared;
      await tx.requireRight('work', 'vorgang', ...vorgangIds);
      await lockVorgaenge(tx, vorgangIds);
      const records = await loadTransferRecords(tx, vorgangIds);
      const refused = refuseSelection(records, vorgangIds, tx.clock.today());
      if (refused) return refused;
      if (fingerprintOf(records) !== prepared.fingerprint) return reject('platform.stale');
      const [mandantId, createdAt, createdBy] = [tx.mandantId, tx.clock.now(), personOf(tx).id];
      await insertAussonderung(tx, { ...prepared, mandantId, createdAt, createdBy });
      const vorgaenge = records.vorgaenge.map(({ aktenzeichen }) => aktenzeichen);
      tx.protokoll({
        objectKind: 'aussonderung',
        objectId: id,
        payload: { fileName, sha256: prepared.sha256, sha512, size, vorgaenge, archiv: parts.partner.name },
      });
      for (const vorgang of records.vorgaenge) {
        tx.protokoll({ objectKind: 'vorgang', objectId: vorgang.id, payload: { aussonderungId: id, text: TEXT } });
        tx.changed('vorgang', vorgang.id);
      }
      tx.changed('aussonderung', id);
      return { aussonderungId: id, fileName, sha512, size };
    },
  );
}

const TEXT = { de: 'An das Archiv abgegeben', en: 'Transferred to the archive' };

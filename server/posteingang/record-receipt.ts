import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { holdsDokument } from '../dokument/dokument.queries.js';
import { systemAct } from '../platform/act.js';
import { derivedId } from '../platform/ids.js';
import type { SentReceipt } from './receipt.jobs.js';

/** Files a receipt that has left, as it left, and leaves the audit row: to whom, and what the next server said. */
export const recordReceipt = systemAct(
  'posteingang.recordReceipt',
  async (tx, sent: SentReceipt): Promise<{ dokumentId: Id } | Rejection> => {
    const { eingangId, version, vorgangId, to, subject, messageId, answer, file } = sent;
    const dokumentId = derivedId(eingangId, String(version), 'receipt');
    if (await holdsDokument(tx, vorgangId, dokumentId)) return { dokumentId };
    const added = await addDokument(tx, {
      id: dokumentId,
      vorgangId,
      parentId: null,
      betreff: subject,
      art: 'ausgang',
      state: 'gueltig',
      date: tx.clock.today(),
      eingangId: null,
      file,
      signatures: [],
    });
    if (isRejection(added)) return added;
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        ...{ eingangId, dokumentId, sha256: file.sha256, messageId, to, answer },
        text: { de: `Eingangsbestätigung an ${to} gesendet`, en: `Receipt sent to ${to}` },
      },
    });
    tx.changed('eingang', eingangId);
    return { dokumentId };
  },
);

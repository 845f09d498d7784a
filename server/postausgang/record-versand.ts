import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { holdsDokument } from '../dokument/dokument.queries.js';
import { systemAct } from '../platform/act.js';
import { derivedId } from '../platform/ids.js';
import type { Versand } from './mail-order.js';

/** Files a mail that has left, as it left, and leaves the audit row: to whom, when, and what the next server said. */
export const recordVersand = systemAct(
  'postausgang.recordVersand',
  async (tx, versand: Omit<Versand, 'jobKey'>): Promise<{ dokumentId: Id } | Rejection> => {
    const { vorgangId, to, subject, messageId, answer, refused, file } = versand;
    const dokumentId = derivedId(versand.onceId, 'versand');
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
        dokumentId,
        sha256: file.sha256,
        messageId,
        to,
        refused,
        answer,
        text: { de: `E-Mail „${subject}“ gesendet`, en: `E-mail “${subject}” sent` },
      },
    });
    return { dokumentId };
  },
);

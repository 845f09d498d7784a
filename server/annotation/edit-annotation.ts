import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { linesOfText } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { refuseEdit } from './annotation.js';
import { saveText } from './annotation.store.js';
import { lockForChange } from './lock-annotation.js';

const input = z.object({ annotationId: z.uuid(), version: z.int(), text: linesOfText(2_000) });

/** Changes the own words. Its reverse is itself, with what stood there before: that is answered, and kept nowhere else. */
export const editAnnotation = act('annotation.editAnnotation', input, async (tx, { annotationId, version, text }) => {
  const locked = await lockForChange(tx, annotationId, version);
  if (isRejection(locked)) return locked;
  const { annotation, dokument, vorgang } = locked;
  const refused = refuseEdit(annotation, personOf(tx).id, text);
  if (refused) return refused;
  const saved = await saveText(tx, annotationId, text, tx.clock.now());
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId: dokument.id, annotationId, page: annotation.page },
      text: {
        de: `„${dokument.betreff}“: Anmerkung auf Seite ${annotation.page} geändert`,
        en: `“${dokument.betreff}”: annotation on page ${annotation.page} changed`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved, before: { text: annotation.text } };
});

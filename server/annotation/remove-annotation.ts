import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { refuseRemoval } from './annotation.js';
import { saveRemoval } from './annotation.store.js';
import { lockForChange } from './lock-annotation.js';

const input = z.object({ annotationId: z.uuid(), version: z.int() });

/** Takes an annotation out of sight: the own one, or with the right to it one of somebody else. It can be brought back. */
export const removeAnnotation = act('annotation.removeAnnotation', input, async (tx, { annotationId, version }) => {
  const locked = await lockForChange(tx, annotationId, version);
  if (isRejection(locked)) return locked;
  const { annotation, dokument, vorgang, reach } = locked;
  const { id: personId } = personOf(tx);
  const refused = refuseRemoval(annotation, personId, reach);
  if (refused) return refused;
  const saved = await saveRemoval(tx, annotationId, { at: tx.clock.now(), by: personId });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId: dokument.id, annotationId, page: annotation.page, authorId: annotation.authorId },
      text: {
        de: `„${dokument.betreff}“: Anmerkung von ${annotation.author} auf Seite ${annotation.page} entfernt`,
        en: `“${dokument.betreff}”: annotation by ${annotation.author} on page ${annotation.page} removed`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved };
});

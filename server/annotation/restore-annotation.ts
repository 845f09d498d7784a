import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { MOST_ANNOTATIONS, refuseRestoring } from './annotation.js';
import { countAnnotations, saveRemoval } from './annotation.store.js';
import { lockForChange } from './lock-annotation.js';

const input = z.object({ annotationId: z.uuid(), version: z.int() });

/** Brings back what was removed, by whoever could have removed it. */
export const restoreAnnotation = act('annotation.restoreAnnotation', input, async (tx, { annotationId, version }) => {
  const locked = await lockForChange(tx, annotationId, version);
  if (isRejection(locked)) return locked;
  const { annotation, dokument, vorgang, reach } = locked;
  const refused = refuseRestoring(annotation, personOf(tx).id, reach);
  if (refused) return refused;
  if ((await countAnnotations(tx, dokument.id)) >= MOST_ANNOTATIONS) {
    return reject('annotation.tooMany', { most: MOST_ANNOTATIONS });
  }
  const saved = await saveRemoval(tx, annotationId, null);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId: dokument.id, annotationId, page: annotation.page, authorId: annotation.authorId },
      text: {
        de: `„${dokument.betreff}“: Anmerkung von ${annotation.author} auf Seite ${annotation.page} zurückgeholt`,
        en: `“${dokument.betreff}”: annotation by ${annotation.author} on page ${annotation.page} brought back`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved };
});

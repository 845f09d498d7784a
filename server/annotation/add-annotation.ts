import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { versionFile } from '../dokument/dokument.queries.js';
import { lockRegistered } from '../dokument/lock-registered.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { linesOfText } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { MOST_ANNOTATIONS, refusePages, refuseText } from './annotation.js';
import { countAnnotations, insertAnnotation } from './annotation.store.js';
import { pageBox } from './page-box.js';

const input = z
  .object({
    dokumentId: z.uuid(),
    nummer: z
      .int()
      .min(1)
      .max(2 ** 31 - 1),
    page: z.int().min(1).max(10_000),
    kind: z.enum(['highlight', 'note']),
    boxes: z.array(pageBox).max(100),
    text: linesOfText(2_000),
  })
  .refine(({ kind, boxes }) => kind === 'note' || boxes.length > 0, { path: ['boxes'] });

/**
 * Notes something on a page of a version. Also on a final Dokument: received letters are final from the first day on, and they are
 * what is read with a pencil in hand. The words stand in the row alone, so that they go with the Dokument.
 */
export const addAnnotation = act(
  'annotation.addAnnotation',
  input,
  async (tx, { dokumentId, nummer, page, kind, boxes, text }) => {
    const locked = await lockRegistered(tx, dokumentId);
    if (isRejection(locked)) return locked;
    const { dokument, vorgang } = locked;
    const file = await versionFile(tx, dokumentId, nummer);
    if (!file) return reject('platform.notFound');
    const refused = refusePages(file) ?? refuseText(kind, text);
    if (refused) return refused;
    // Counted behind the lock of the Dokument: two at once do not both find the last place.
    if ((await countAnnotations(tx, dokumentId)) >= MOST_ANNOTATIONS) {
      return reject('annotation.tooMany', { most: MOST_ANNOTATIONS });
    }
    const id = newId();
    const [mandantId, authorId, at] = [tx.mandantId, personOf(tx).id, tx.clock.now()];
    await insertAnnotation(tx, { id, mandantId, dokumentId, nummer, kind, page, boxes, text, authorId, at });
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgang.id,
      payload: {
        ...{ dokumentId, annotationId: id, nummer, page },
        text: {
          de: `„${dokument.betreff}“: Anmerkung auf Seite ${page}`,
          en: `“${dokument.betreff}”: annotation on page ${page}`,
        },
      },
    });
    tx.changed('vorgang', vorgang.id);
    return { annotationId: id, version: 1 };
  },
);

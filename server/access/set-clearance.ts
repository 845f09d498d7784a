import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { saveClearance } from './access.store.js';
import { reasonInput, stufeInput } from './input.js';
import { nameOfStufe } from './names.js';

const input = z.object({ personId: z.uuid(), stufe: stufeInput, reason: reasonInput });

/** Says up to which Vertraulichkeitsstufe a person may see records at all. It gives no right on any of them. */
export const setClearance = act('access.setClearance', input, async (tx, { personId, stufe, reason }) => {
  const before = await saveClearance(tx, personId, stufe);
  if (!before) return reject('platform.notFound');
  const [was, is] = [nameOfStufe(before), nameOfStufe(stufe)];
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      reason,
      before,
      stufe,
      text: {
        de: `Ermächtigt bis „${is.de}“ (vorher „${was.de}“): ${reason}`,
        en: `Cleared up to “${is.en}” (was “${was.en}”): ${reason}`,
      },
    },
  });
  tx.changed('access', personId);
  return { personId };
});

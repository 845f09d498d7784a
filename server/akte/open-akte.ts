import { z } from 'zod';
import { positionForAkte } from '../aktenplan/aktenplan.queries.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { isUnit, unitForEinheit } from './akte.queries.js';
import { insertAkte } from './akte.store.js';
import { giveAktenzeichen } from './aktenzeichen.store.js';
import { betreff, described, describedOf, refuseStandort } from './metadata.js';

const input = z.object({ einheitId: z.uuid(), betreff, federfuehrungId: z.uuid().nullable(), ...described });

/** Opens an Akte under a position of the Aktenplan and gives it the next Aktenzeichen. */
export const openAkte = act('akte.openAkte', input, async (tx, opening) => {
  await tx.requireRight('work', 'aktenplaneinheit', opening.einheitId);
  const today = tx.clock.today();
  const einheit = await positionForAkte(tx, opening.einheitId, today);
  if (isRejection(einheit)) return einheit;
  const facts = describedOf(opening);
  const refused = refuseStandort(facts);
  if (refused) return refused;
  const federfuehrungId = opening.federfuehrungId ?? (await unitForEinheit(tx, einheit.id));
  if (federfuehrungId === null || !(await isUnit(tx, federfuehrungId))) return reject('platform.notFound');
  const id = newId();
  const aktenzeichen = await giveAktenzeichen(tx, { mandantId: tx.mandantId, akteId: id, einheit, today });
  await insertAkte(tx, {
    ...{ id, mandantId: tx.mandantId, einheitId: einheit.id, aktenzeichen, betreff: opening.betreff, federfuehrungId },
    ...{ openedOn: today, parentId: null, level: 1 },
    ...facts,
  });
  tx.protokoll({
    objectKind: 'akte',
    objectId: id,
    payload: {
      ...{ aktenzeichen, betreff: opening.betreff },
      text: { de: `Akte ${aktenzeichen} angelegt`, en: `File ${aktenzeichen} opened` },
    },
  });
  tx.changed('akte', id);
  return { akteId: id, aktenzeichen };
});

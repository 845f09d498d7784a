import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { countPart, insertAkte, lockAkte } from './akte.store.js';
import { partAktenzeichen } from './aktenzeichen.js';
import { loadRule } from './aktenzeichen.store.js';
import { refuseGiven } from './given.queries.js';
import { betreff, described, describedOf, refusePart, refuseStandort } from './metadata.js';

const input = z.object({ akteId: z.uuid(), betreff, ...described });

/** Opens a Teilakte in an Akte or Teilakte. It belongs to the same position, and the same unit answers for it. */
export const openTeilakte = act('akte.openTeilakte', input, async (tx, opening) => {
  await tx.requireRight('work', 'akte', opening.akteId);
  const akte = await lockAkte(tx, opening.akteId);
  if (!akte) return reject('platform.notFound');
  const facts = describedOf(opening);
  // A Teilakte without room for a Vorgang would stay empty for ever.
  const tooDeep = refusePart({ ...akte, level: akte.level + 1 });
  const refused = refuseGiven(akte) ?? tooDeep ?? refuseStandort(facts);
  if (refused) return refused;
  const { teilakte } = await loadRule(tx);
  const aktenzeichen = partAktenzeichen(teilakte, akte.aktenzeichen, akte.lastTeilakte + 1);
  const id = newId();
  await countPart(tx, akte.id, 'teilakte');
  await insertAkte(tx, {
    ...{ id, mandantId: tx.mandantId, einheitId: akte.einheitId, aktenzeichen, betreff: opening.betreff },
    ...{ federfuehrungId: akte.federfuehrungId, openedOn: tx.clock.today(), parentId: akte.id, level: akte.level + 1 },
    ...facts,
  });
  tx.protokoll({
    objectKind: 'akte',
    objectId: id,
    payload: {
      ...{ aktenzeichen, betreff: opening.betreff, parentId: akte.id },
      text: { de: `Teilakte ${aktenzeichen} angelegt`, en: `Part file ${aktenzeichen} opened` },
    },
  });
  tx.changed('akte', id);
  return { akteId: id, aktenzeichen };
});

import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { countPart, insertVorgang, lockAkte } from './akte.store.js';
import { partAktenzeichen } from './aktenzeichen.js';
import { loadRule } from './aktenzeichen.store.js';
import { refuseGiven } from './given.queries.js';
import { betreff, described, describedOf, refusePart, refuseStandort } from './metadata.js';

const input = z.object({ akteId: z.uuid(), betreff, ...described });

/** Opens the next Vorgang in an Akte. */
export const openVorgang = act('akte.openVorgang', input, async (tx, opening) => {
  await tx.requireRight('work', 'akte', opening.akteId);
  const akte = await lockAkte(tx, opening.akteId);
  if (!akte) return reject('platform.notFound');
  const facts = describedOf(opening);
  const refused = refuseGiven(akte) ?? refusePart(akte) ?? refuseStandort(facts);
  if (refused) return refused;
  const rule = await loadRule(tx);
  const vorgang = {
    id: newId(),
    akteId: akte.id,
    aktenzeichen: partAktenzeichen(rule.vorgang, akte.aktenzeichen, akte.lastVorgang + 1),
    betreff: opening.betreff,
    laufzeitBeginn: tx.clock.today(),
  };
  await countPart(tx, akte.id, 'vorgang');
  await insertVorgang(tx, { ...vorgang, ...facts, mandantId: tx.mandantId, parentId: null, level: akte.level + 1 });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      aktenzeichen: vorgang.aktenzeichen,
      betreff: vorgang.betreff,
      text: { de: `Vorgang ${vorgang.aktenzeichen} angelegt`, en: `Case ${vorgang.aktenzeichen} opened` },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { vorgangId: vorgang.id, aktenzeichen: vorgang.aktenzeichen };
});

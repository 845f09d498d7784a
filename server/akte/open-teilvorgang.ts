import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { insertVorgang } from './akte.store.js';
import { partAktenzeichen } from './aktenzeichen.js';
import { loadRule } from './aktenzeichen.store.js';
import { lockOpenVorgang } from './lock-open-vorgang.js';
import { betreff, described, describedOf, refusePart, refuseStandort } from './metadata.js';
import { countTeilvorgang } from './metadata.store.js';

const input = z.object({ vorgangId: z.uuid(), betreff, ...described });

/** Opens a Teilvorgang in an open Vorgang. */
export const openTeilvorgang = act('akte.openTeilvorgang', input, async (tx, opening) => {
  const above = await lockOpenVorgang(tx, opening.vorgangId);
  if (isRejection(above)) return above;
  const { level, nummer } = await countTeilvorgang(tx, above.id);
  const facts = describedOf(opening);
  const refused = refusePart({ ...above, level }) ?? refuseStandort(facts);
  if (refused) return refused;
  const rule = await loadRule(tx);
  const vorgang = {
    ...{ id: newId(), akteId: above.akteId, betreff: opening.betreff, laufzeitBeginn: tx.clock.today() },
    aktenzeichen: partAktenzeichen(rule.vorgang, above.aktenzeichen, nummer),
  };
  await insertVorgang(tx, { ...vorgang, ...facts, mandantId: tx.mandantId, parentId: above.id, level: level + 1 });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ aktenzeichen: vorgang.aktenzeichen, betreff: vorgang.betreff, parentId: above.id },
      text: { de: `Teilvorgang ${vorgang.aktenzeichen} angelegt`, en: `Sub-case ${vorgang.aktenzeichen} opened` },
    },
  });
  tx.changed('vorgang', above.id);
  return { vorgangId: vorgang.id, aktenzeichen: vorgang.aktenzeichen };
});

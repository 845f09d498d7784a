import { z } from 'zod';
import { safeName } from '../../connectors/api/safe-name.js';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { addDokument } from '../dokument/add-dokument.js';
import { preparedAct } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import type { TemplateParts } from './add-dokumentvorlage.js';
import { typedValues } from './input.js';
import { letterTo } from './letter.js';
import { mergedValues } from './merge-values.js';

const input = z.object({
  vorgangId: z.uuid(),
  dokumentvorlageId: z.uuid(),
  nummer: z.int(),
  betreff: lineOfText(500),
  beteiligungId: z.uuid().nullable(),
  typed: typedValues,
});

/**
 * Writes a letter from a template into a Vorgang, as a draft. It is filled before the transaction; whether the Vorgang
 * still takes it is found out inside.
 */
export function createCreateSchreiben({ runner, templates }: TemplateParts) {
  return preparedAct(
    'vorlage.createSchreiben',
    input,
    async (asker, wish) => {
      const merged = await runner.transaction(asker, async (tx) => {
        tx.require('dokument.write');
        const vorgang = await lockOpenVorgang(tx, wish.vorgangId);
        if (isRejection(vorgang)) return vorgang;
        const letter = await letterTo(tx, wish, personOf(tx).id, wish.betreff);
        if (isRejection(letter)) return letter;
        if (letter.fassung.nummer !== wish.nummer) return reject('platform.stale');
        // A title that the preview could not fill whole: nothing leaves with an empty place.
        if (/\{\{|\}\}/.test(wish.betreff)) return reject('vorlage.placeBroken', { found: wish.betreff });
        const values = mergedValues(letter.merged, wish.typed);
        return isRejection(values) ? values : { letter, values };
      });
      if (isRejection(merged)) return merged;
      const { letter, values } = merged;
      const file = await templates.fill(letter.fassung.file, values, safeName(wish.betreff, 'Schreiben'));
      return isRejection(file) ? file : { wish, file, vorlage: letter.vorlage };
    },
    async (tx, { wish, file, vorlage }) => {
      const { vorgangId, betreff, nummer } = wish;
      const added = await addDokument(tx, {
        ...{ vorgangId, betreff, art: vorlage.art, file, state: 'entwurf' as const },
        ...{ parentId: null, date: tx.clock.today(), eingangId: null, signatures: [] },
      });
      if (isRejection(added)) return added;
      tx.protokoll({
        objectKind: 'vorgang',
        objectId: vorgangId,
        payload: {
          ...{ dokumentId: added.dokumentId, dokumentvorlageId: vorlage.id, nummer },
          text: {
            de: `„${betreff}“ aus der Vorlage „${vorlage.name}“, Fassung ${nummer}`,
            en: `“${betreff}” from the template “${vorlage.name}”, version ${nummer}`,
          },
        },
      });
      return added;
    },
  );
}

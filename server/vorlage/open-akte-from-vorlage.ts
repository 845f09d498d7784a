import { z } from 'zod';
import { openAkte } from '../akte/open-akte.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { applyAktenvorlage, usableAktenvorlage } from './apply-aktenvorlage.js';
import { typedValues } from './input.js';
import type { Templates } from './template/templates.js';

const input = z.object({ aktenvorlageId: z.uuid(), opening: openAkte.schema, typed: typedValues });

/** Opens an Akte with everything that its Vorlage says, whole or not at all. */
export function createOpenAkteFromVorlage(templates: Pick<Templates, 'fill'>) {
  return act('vorlage.openAkteFromVorlage', input, async (tx, { aktenvorlageId, opening, typed }) => {
    const { einheitId } = opening;
    await tx.requireRight('work', 'aktenplaneinheit', einheitId);
    const vorlage = await usableAktenvorlage(tx, { aktenvorlageId, einheitId, kind: 'akte', typed });
    if (isRejection(vorlage)) return vorlage;
    const opened = await openAkte(tx, opening);
    if (isRejection(opened)) return opened;
    const refused = await applyAktenvorlage(tx, templates, {
      vorlage,
      root: { kind: 'akte', id: opened.akteId },
      typed,
    });
    if (refused) return refused;
    tx.protokoll({
      objectKind: 'akte',
      objectId: opened.akteId,
      payload: {
        ...{ aktenvorlageId, aktenvorlageVersion: vorlage.version },
        text: { de: `Aus der Aktenvorlage „${vorlage.name}“`, en: `From the file template “${vorlage.name}”` },
      },
    });
    return opened;
  });
}

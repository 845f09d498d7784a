import { z } from 'zod';
import { openVorgang } from '../akte/open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { akteAbove } from './aktenvorlage.store.js';
import { applyAktenvorlage, usableAktenvorlage } from './apply-aktenvorlage.js';
import { typedValues } from './input.js';
import type { Templates } from './template/templates.js';

const input = z.object({ aktenvorlageId: z.uuid(), opening: openVorgang.schema, typed: typedValues });

/** Opens a Vorgang with everything that its Vorlage says, whole or not at all. */
export function createOpenVorgangFromVorlage(templates: Pick<Templates, 'fill'>) {
  return act('vorlage.openVorgangFromVorlage', input, async (tx, { aktenvorlageId, opening, typed }) => {
    await tx.requireRight('work', 'akte', opening.akteId);
    const akte = await akteAbove(tx, opening.akteId);
    if (!akte) return reject('platform.notFound');
    const { einheitId } = akte;
    const vorlage = await usableAktenvorlage(tx, { aktenvorlageId, einheitId, kind: 'vorgang', typed });
    if (isRejection(vorlage)) return vorlage;
    const opened = await openVorgang(tx, opening);
    if (isRejection(opened)) return opened;
    const root = { kind: 'vorgang', id: opened.vorgangId } as const;
    const refused = await applyAktenvorlage(tx, templates, { vorlage, root, typed });
    if (refused) return refused;
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: opened.vorgangId,
      payload: {
        ...{ aktenvorlageId, aktenvorlageVersion: vorlage.version },
        text: { de: `Aus der Aktenvorlage „${vorlage.name}“`, en: `From the file template “${vorlage.name}”` },
      },
    });
    return opened;
  });
}

import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { insertVorgang, lockAkteForVorgang } from './akte.store.js';
import { vorgangAktenzeichen } from './aktenzeichen.js';

export interface OpenVorgangInput {
  readonly akteId: Id;
  readonly betreff: string;
}

/** Opens the next Vorgang in an Akte. */
export const openVorgang = systemAct(
  'akte.openVorgang',
  async (tx, input: OpenVorgangInput): Promise<{ vorgangId: Id; aktenzeichen: string } | Rejection> => {
    await tx.requireRight('work', 'akte', input.akteId);
    const akte = await lockAkteForVorgang(tx, input.akteId);
    if (!akte) return reject('platform.notFound');
    const vorgang = {
      id: newId(),
      akteId: akte.id,
      aktenzeichen: vorgangAktenzeichen(akte.aktenzeichen, akte.vorgangNumber),
      betreff: input.betreff,
      laufzeitBeginn: tx.clock.today(),
    };
    await insertVorgang(tx, { ...vorgang, mandantId: tx.mandantId });
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
  },
);

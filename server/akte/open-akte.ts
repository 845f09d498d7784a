import { positionForAkte } from '../aktenplan/aktenplan.queries.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { akteAktenzeichen } from './aktenzeichen.js';
import { insertAkte, nextAkteNumber } from './akte.store.js';

export interface OpenAkteInput {
  readonly einheitId: Id;
  readonly betreff: string;
  /** Unit that gets the Federführung. */
  readonly federfuehrungId: Id;
}

/** Opens an Akte under a position of the Aktenplan and gives it the next Aktenzeichen of the year. */
export const openAkte = systemAct(
  'akte.openAkte',
  async (tx, input: OpenAkteInput): Promise<{ akteId: Id; aktenzeichen: string } | Rejection> => {
    await tx.requireRight('work', 'aktenplaneinheit', input.einheitId);
    const today = tx.clock.today();
    const einheit = await positionForAkte(tx, input.einheitId, today);
    if (isRejection(einheit)) return einheit;
    const year = Number(today.slice(0, 4));
    const number = await nextAkteNumber(tx, tx.mandantId, einheit.id, year);
    const akte = {
      id: newId(),
      aktenzeichen: akteAktenzeichen(einheit.kennzeichen, number, year),
      betreff: input.betreff,
      federfuehrungId: input.federfuehrungId,
    };
    await insertAkte(tx, { ...akte, mandantId: tx.mandantId, einheitId: einheit.id, openedOn: today });
    tx.protokoll({
      objectKind: 'akte',
      objectId: akte.id,
      payload: { aktenzeichen: akte.aktenzeichen, betreff: akte.betreff },
    });
    return { akteId: akte.id, aktenzeichen: akte.aktenzeichen };
  },
);

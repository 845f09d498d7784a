import type { CrossingInput } from '../mandant/cross-mandant.js';
import { tellAsked } from '../notification/tell.js';
import { systemAct } from '../platform/act.js';
import type { TravellingDokument } from './ersuchen.js';
import { insertErsuchen, type Question } from './ersuchen.store.js';

export interface ReceiveErsuchenInput extends CrossingInput, Omit<Question, 'otherMandantId' | 'otherName'> {
  readonly fromName: string;
  readonly dokumente: readonly TravellingDokument[];
}

/** Another Mandant asks for help: whoever may accept it hears of it. The same Ersuchen brought twice is one. */
export const receiveErsuchen = systemAct(
  'ersuchen.receiveErsuchen',
  async (tx, { comingFrom, fromName, dokumente, ...question }: ReceiveErsuchenInput): Promise<object> => {
    const isNew = await insertErsuchen(tx, {
      ...{ ...question, dokumente, otherMandantId: comingFrom, otherName: fromName, direction: 'erhalten' },
      ...{ vorgangId: null, askedById: null, at: tx.clock.now() },
    });
    if (!isNew) return {};
    const { id, betreff, frist, stufe } = question;
    tx.protokoll({
      objectKind: 'ersuchen',
      objectId: id,
      payload: { from: fromName, betreff, frist, stufe, dokumente: dokumente.map(({ sha256 }) => sha256) },
    });
    await tellAsked(tx, id);
    tx.changed('ersuchen', id);
    return {};
  },
);

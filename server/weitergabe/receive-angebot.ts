import type { Rejection } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { insertAngebot, type AboutOffer, type Offer } from './angebot.store.js';

export type ReceiveAngebotInput = AboutOffer & Omit<Offer, 'id' | 'fromMandantId'>;

/** Another Mandant offers an Akte. The same offer twice is one. */
export const receiveAngebot = systemAct(
  'weitergabe.receiveAngebot',
  async (tx, { weitergabeId, comingFrom, ...offer }: ReceiveAngebotInput): Promise<object | Rejection> => {
    const told = { ...offer, id: weitergabeId, fromMandantId: comingFrom };
    if (!(await insertAngebot(tx, tx.mandantId, told, tx.clock.now()))) return {};
    const { fromName, aktenzeichen, kind, dokumente, expiresOn, sha256 } = offer;
    tx.protokoll({
      objectKind: 'angebot',
      objectId: weitergabeId,
      payload: { weitergabeId, from: fromName, aktenzeichen, kind, dokumente, expiresOn, sha256 },
    });
    tx.changed('angebot', weitergabeId);
    return {};
  },
);

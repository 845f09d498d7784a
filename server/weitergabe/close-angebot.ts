import { systemAct } from '../platform/act.js';
import { lockAngebot, saveClosed, type AboutOffer } from './angebot.store.js';

export type CloseAngebotInput = AboutOffer & { readonly state: 'zurueckgezogen' | 'abgelaufen' };

/** The other Mandant has withdrawn its offer, or its last day is over. What is answered stays answered. */
export const closeAngebot = systemAct(
  'weitergabe.closeAngebot',
  async (tx, { weitergabeId, comingFrom, state }: CloseAngebotInput): Promise<object> => {
    const found = await lockAngebot(tx, weitergabeId);
    if (found?.fromMandantId !== comingFrom || (found.state !== 'offen' && found.state !== 'uebernahme')) return {};
    await saveClosed(tx, weitergabeId, { state, at: tx.clock.now(), by: found.fromName, reason: '' });
    tx.protokoll({ objectKind: 'angebot', objectId: weitergabeId, payload: { weitergabeId, state } });
    tx.changed('angebot', weitergabeId);
    return {};
  },
);

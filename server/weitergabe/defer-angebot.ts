import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { lockAngebot, saveDeferred } from './angebot.store.js';
import { answerLater } from './answer-later.js';

export interface DeferAngebotInput {
  readonly angebotId: Id;
  readonly problem: 'weitergabe.notGiven' | 'weitergabe.notReadable';
}

/** Taking over has not worked: nothing of it is there, the offer is open again and says why. */
export const deferAngebot = systemAct(
  'weitergabe.deferAngebot',
  async (tx, { angebotId, problem }: DeferAngebotInput): Promise<object> => {
    const found = await lockAngebot(tx, angebotId);
    if (found?.state !== 'uebernahme') return {};
    await saveDeferred(tx, angebotId, problem);
    // Whoever does not let it go knows that already.
    if (problem === 'weitergabe.notReadable') await answerLater(tx, found, 'zurueckgestellt', '');
    tx.correlationId = angebotId;
    tx.protokoll({ objectKind: 'angebot', objectId: angebotId, payload: { weitergabeId: angebotId, problem } });
    tx.changed('angebot', angebotId);
    return {};
  },
);

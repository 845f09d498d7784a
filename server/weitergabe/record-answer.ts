import { startOfDay } from '../platform/clock.js';
import { dayAfter } from '../contract/days.js';
import type { Sentence } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import type { AboutOffer } from './angebot.store.js';
import { endWeitergabe } from './end-weitergabe.js';
import { tellAkte } from './protokoll-text.js';
import { movedText } from './texts.js';
import { lockWeitergabe, saveState, type Weitergabe } from './weitergabe.store.js';

export type Answer = 'uebernommen' | 'abgelehnt' | 'zurueckgestellt';
export type RecordAnswerInput = AboutOffer & { readonly answer: Answer; readonly reason: string };

/**
 * What the other Mandant has made of the offer. Only with its „übernommen“ the responsibility moves. Who there decided it
 * stands in its own Protokoll, under the same id.
 */
export const recordAnswer = systemAct(
  'weitergabe.recordAnswer',
  async (tx, { weitergabeId, comingFrom, answer, reason }: RecordAnswerInput): Promise<object> => {
    const found = await lockWeitergabe(tx, weitergabeId);
    if (found?.toMandantId !== comingFrom || (found.state !== 'bereit' && found.state !== 'uebernahme')) return {};
    if (answer === 'zurueckgestellt') {
      await saveState(tx, weitergabeId, 'bereit');
      // Its last day may have gone by while it was being taken over, and the job of that day with it.
      const after = startOfDay(dayAfter(found.expiresOn, 1));
      await tx.enqueue('weitergabe.expire', `${weitergabeId} ${found.version + 1}`, { weitergabeId }, after);
    } else await endWeitergabe(tx, found, { state: answer, at: tx.clock.now(), by: found.recipient, reason });
    tellAkte(tx, found, answerText(found, answer, reason), { answer, reason });
    return {};
  },
);

function answerText({ kind, recipient }: Weitergabe, answer: Answer, reason: string): Sentence {
  if (answer === 'uebernommen') {
    return kind === 'zustaendigkeit'
      ? movedText(recipient)
      : { de: `„${recipient}“ hat die Kopie übernommen`, en: `“${recipient}” has taken over the copy` };
  }
  if (answer === 'abgelehnt') {
    return {
      de: `„${recipient}“ hat die Weitergabe abgelehnt. Grund: ${reason}`,
      en: `“${recipient}” has refused the handing over. Reason: ${reason}`,
    };
  }
  return {
    de: `„${recipient}“ konnte das Paket nicht übernehmen; das Angebot besteht weiter`,
    en: `“${recipient}” could not take the package over; the offer stands`,
  };
}

import { isRejection, type Rejection } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import type { TravellingDokument } from './ersuchen.js';
import { removeTravelling, saveEnded } from './ersuchen.store.js';
import { fileTravelling } from './file-travelling.js';
import { lockAsked, type AboutAsked } from './lock-asked.js';
import { tellAsker } from './tell-asker.js';
import { tellVorgang } from './tell-vorgang.js';

export type RecordAnswerInput = AboutAsked & {
  readonly answer: string;
  /** Whoever has signed it over there. */
  readonly answeredBy: string;
  readonly dokumente: readonly TravellingDokument[];
};

/**
 * The answer comes back into the Vorgang that asked: letter and Dokumente are filed under the name of whoever answered and of
 * their Mandant, and whoever asked has an Aufgabe.
 */
export const recordAnswer = systemAct(
  'ersuchen.recordAnswer',
  async (tx, { answer, answeredBy, dokumente, ...about }: RecordAnswerInput): Promise<object | Rejection> => {
    const found = await lockAsked(tx, about);
    if (!found) return {};
    const { id, vorgangId, otherName, betreff } = found;
    const by = `${answeredBy}, ${otherName}`;
    const letterId = await fileTravelling(tx, vorgangId, dokumente, by);
    if (isRejection(letterId)) return letterId;
    await saveEnded(tx, id, { state: 'beantwortet', at: tx.clock.now(), by, text: answer });
    await removeTravelling(tx, id);
    const titel = { de: `Antwort lesen: ${betreff}`, en: `Read answer: ${betreff}` };
    const told = await tellAsker(tx, found, titel, letterId);
    if (isRejection(told)) return told;
    const text = {
      de: `„${otherName}“ hat das Ersuchen beantwortet: ${betreff} (${dokumente.length - 1} Dokumente beigefügt)`,
      en: `“${otherName}” has answered the request: ${betreff} (${dokumente.length - 1} documents enclosed)`,
    };
    tellVorgang(tx, found, text, { by });
    return {};
  },
);

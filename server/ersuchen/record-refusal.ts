import { isRejection, type Rejection } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { removeTravelling, saveEnded } from './ersuchen.store.js';
import { lockAsked, type AboutAsked } from './lock-asked.js';
import { tellAsker } from './tell-asker.js';
import { tellVorgang } from './tell-vorgang.js';

export type RecordRefusalInput = AboutAsked & { readonly reason: string };

/** The other Mandant does not help, and says why; whoever asked has to think of something else. */
export const recordRefusal = systemAct(
  'ersuchen.recordRefusal',
  async (tx, { reason, ...about }: RecordRefusalInput): Promise<object | Rejection> => {
    const found = await lockAsked(tx, about);
    if (found?.state !== 'offen') return {};
    const { id, otherName, betreff } = found;
    await saveEnded(tx, id, { state: 'abgelehnt', at: tx.clock.now(), by: otherName, text: reason });
    await removeTravelling(tx, id);
    const titel = { de: `Ersuchen abgelehnt: ${betreff}`, en: `Request refused: ${betreff}` };
    const told = await tellAsker(tx, found, titel, null);
    if (isRejection(told)) return told;
    const text = {
      de: `„${otherName}“ hat das Ersuchen abgelehnt: ${betreff}. Grund: ${reason}`,
      en: `“${otherName}” has refused the request: ${betreff}. Reason: ${reason}`,
    };
    tellVorgang(tx, found, text, { reason });
    return {};
  },
);

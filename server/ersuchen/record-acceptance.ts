import { tellAccepted } from '../notification/tell.js';
import { systemAct } from '../platform/act.js';
import { removeTravelling, saveAccepted } from './ersuchen.store.js';
import { lockAsked, type AboutAsked } from './lock-asked.js';
import { tellVorgang } from './tell-vorgang.js';

/** The other Mandant has our Ersuchen in a Vorgang of its own: what went along has arrived, and whoever asked hears of it. */
export const recordAcceptance = systemAct(
  'ersuchen.recordAcceptance',
  async (tx, about: AboutAsked): Promise<object> => {
    const found = await lockAsked(tx, about);
    if (found?.state !== 'offen') return {};
    await saveAccepted(tx, found.id, null);
    await removeTravelling(tx, found.id);
    if (found.askedById !== null) await tellAccepted(tx, found.vorgangId, found.askedById);
    tellVorgang(tx, found, {
      de: `„${found.otherName}“ hat das Ersuchen angenommen: ${found.betreff}`,
      en: `“${found.otherName}” has accepted the request: ${found.betreff}`,
    });
    return {};
  },
);

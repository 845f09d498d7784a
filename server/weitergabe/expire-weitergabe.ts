import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { closeLater } from './close-later.js';
import { endWeitergabe } from './end-weitergabe.js';
import { tellAkte } from './protokoll-text.js';
import { OPEN_STATES } from './weitergabe.js';
import { lockWeitergabe } from './weitergabe.store.js';

/**
 * The last day is over: the package is let go, the offer ends, an Akte that was on its way is worked in again. One that is
 * just being taken over is not interrupted.
 */
export const expireWeitergabe = systemAct(
  'weitergabe.expireWeitergabe',
  async (tx, { weitergabeId }: { readonly weitergabeId: Id }): Promise<object> => {
    const found = await lockWeitergabe(tx, weitergabeId);
    if (!found || !OPEN_STATES.includes(found.state) || tx.clock.today() <= found.expiresOn) return {};
    await endWeitergabe(tx, found, { state: 'abgelaufen', at: tx.clock.now(), by: 'Laufmappe', reason: '' });
    await closeLater(tx, found, 'abgelaufen');
    tellAkte(tx, found, {
      de: `Weitergabe an „${found.recipient}“ abgelaufen, ${found.downloads} Mal abgeholt; das Paket ist gelöscht`,
      en: `Handing over to “${found.recipient}” expired, fetched ${found.downloads} times; the package is deleted`,
    });
    return {};
  },
);

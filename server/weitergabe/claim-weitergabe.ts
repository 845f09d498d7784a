import { reject, type Rejection } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { sperrenIn } from './candidates.queries.js';
import type { AboutOffer } from './angebot.store.js';
import { tellAkte } from './protokoll-text.js';
import { lockWeitergabe, saveState } from './weitergabe.store.js';

/**
 * The other Mandant begins to take over what was offered to it: from now on it can no longer be withdrawn. Whether it still
 * may go is decided here, where the row of whoever gives is locked. Claiming it again is the same claim.
 */
export const claimWeitergabe = systemAct(
  'weitergabe.claimWeitergabe',
  async (tx, { weitergabeId, comingFrom }: AboutOffer): Promise<object | Rejection> => {
    const found = await lockWeitergabe(tx, weitergabeId);
    if (found?.toMandantId !== comingFrom) return reject('weitergabe.notGiven');
    if (found.state === 'uebernahme') return {};
    if (found.state !== 'bereit' || tx.clock.today() > found.expiresOn) return reject('weitergabe.notGiven');
    const held = found.kind === 'zustaendigkeit' ? await sperrenIn(tx, found.akteId) : [];
    if (held.length > 0) return reject('weitergabe.notGiven');
    await saveState(tx, weitergabeId, 'uebernahme');
    tellAkte(tx, found, {
      de: `„${found.recipient}“ übernimmt die Weitergabe`,
      en: `“${found.recipient}” is taking over what was handed over`,
    });
    return {};
  },
);

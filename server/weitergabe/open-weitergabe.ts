import { acceptAngebot } from './accept-angebot.js';
import { crossingHandlers, type CrossingParts } from './angebot.jobs.js';
import { confirmReceipt } from './confirm-receipt.js';
import { orderWeitergabe } from './order-weitergabe.js';
import { refuseAngebot } from './refuse-angebot.js';
import { releaseWeitergabe } from './release-weitergabe.js';
import { renewCode } from './renew-code.js';
import { weitergabeRoutes } from './weitergabe.http.js';
import { expireHandler, packHandler } from './weitergabe.jobs.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

/** Everything about handing Akten over to others, and about what others hand over to us. */
export function openWeitergabe(parts: CrossingParts) {
  const handlers = {
    'weitergabe.pack': packHandler(parts),
    'weitergabe.expire': expireHandler,
    ...crossingHandlers(parts),
  };
  return {
    acts: [
      ...[orderWeitergabe, releaseWeitergabe, withdrawWeitergabe, renewCode, confirmReceipt],
      ...[acceptAngebot, refuseAngebot],
    ],
    routes: weitergabeRoutes,
    handlers,
    /** Packing takes minutes; telling the other side does not wait for it. */
    lanes: [
      ['weitergabe.pack', 'weitergabe.takeOver'],
      ['weitergabe.expire', 'weitergabe.offer', 'weitergabe.close', 'weitergabe.answer'],
    ],
  };
}

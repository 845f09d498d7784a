import { z } from 'zod';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { leaveRegister } from './leave-register.js';
import { leavingObstacles } from './place.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), reason });

/**
 * Takes a Dokument with its Anlagen out of its Vorgang because it does not belong there and nobody knows yet where it does.
 * It waits in a list until somebody files it.
 */
export const takeOut = act('dokument.takeOut', input, (tx, wish) =>
  leaveRegister(tx, wish, {
    place: 'unlinked',
    obstacles: leavingObstacles,
    words: (nummer, betreff) => ({
      de: `Dokument ${nummer} „${betreff}“ herausgenommen`,
      en: `Document ${nummer} “${betreff}” taken out`,
    }),
  }),
);

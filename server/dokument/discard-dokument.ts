import { z } from 'zod';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { leaveRegister } from './leave-register.js';
import { discardingObstacles } from './place.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), reason });

/** Puts a Dokument with its Anlagen into the bin of its Vorgang. Nothing is deleted by that. */
export const discardDokument = act('dokument.discardDokument', input, (tx, wish) =>
  leaveRegister(tx, wish, {
    place: 'bin',
    obstacles: discardingObstacles,
    words: (nummer, betreff) => ({
      de: `Dokument ${nummer} „${betreff}“ in den Papierkorb gelegt`,
      en: `Document ${nummer} “${betreff}” put into the bin`,
    }),
  }),
);

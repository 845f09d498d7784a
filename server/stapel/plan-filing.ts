import { z } from 'zod';
import { act } from '../platform/act.js';
import { loadCertain } from '../posteingang/certain.views.js';
import { openStapel } from './open-stapel.js';

/** Said by whoever asks, too: nothing less certain is ever filed without a person. */
const input = z.object({ confidence: z.literal('sicher') });

/**
 * Puts together the filing of every Eingang whose first proposal is certain, each with the place that is proposed now. When its turn
 * comes it is proposed anew: what is not the same any more, or less certain, is not filed.
 */
export const planFiling = act('stapel.planFiling', input, async (tx) => {
  const certain = await loadCertain(tx);
  return openStapel(
    tx,
    [{ operation: 'fileEingang', input: {} }],
    { de: 'Posteingang, sichere Vorschläge', en: 'Intake desk, certain proposals' },
    certain.map(({ eingangId, place, reasons }) => ({ step: 0, targetId: eingangId, input: { place, reasons } })),
  );
});

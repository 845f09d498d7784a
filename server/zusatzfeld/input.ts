import { z } from 'zod';
import { DOKUMENT_ARTEN } from '../dokument/dokument.js';
import { calendarDay, lineOfText } from '../platform/typed-text.js';
import { canonicalAmount } from './amount.js';

const label = z.object({ de: lineOfText(80), en: lineOfText(80) });
/** What stands in exports and in the search for good: plain letters, as every system takes them. */
export const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const amount = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,2})?$/)
  .overwrite((text) => canonicalAmount(text) ?? text)
  .nullable();
const whole = z.int().nullable();
const day = calendarDay().nullable();

export const kind = z.enum(['akte', 'vorgang', 'dokument']);

export const rule = z.discriminatedUnion('art', [
  z.object({
    art: z.literal('text'),
    shortest: z.int().min(0).max(500),
    longest: z.int().min(1).max(500),
    signs: z.enum(['any', 'digits', 'letters', 'lettersAndDigits']),
  }),
  z.object({ art: z.literal('longText'), longest: z.int().min(1).max(4_000) }),
  z.object({ art: z.literal('wholeNumber'), least: whole, most: whole }),
  z.object({ art: z.literal('amount'), least: amount, most: amount }),
  z.object({ art: z.literal('day'), earliest: day, latest: day }),
  z.object({ art: z.literal('yesNo') }),
  z.object({ art: z.literal('choice'), options: z.array(z.object({ key, label })).min(1).max(100) }),
]);

/** What a change is previewed by: limits, and for which records. */
export const extent = {
  rule,
  einheitId: z.uuid().nullable(),
  dokumentArt: z.enum(DOKUMENT_ARTEN).nullable(),
};

export const definition = { ...extent, label, need: z.enum(['required', 'optional']) };

import { z } from 'zod';
import { lineOfText } from '../platform/typed-text.js';

/** What a person may say about a position; the rules of the plan come after. */
export const titel = lineOfText(300);
export const validFrom = z.iso.date();
export const aussonderungsart = z.enum(['A', 'B', 'V']).nullable();
export const aufbewahrung = z.union([z.int().min(0).max(130), z.enum(['unbefristet', 'geerbt'])]);

/** `20.31.04`, `15-11`, `I/3a`: letters and digits, divided by single signs. It stands in every Aktenzeichen below it. */
export const KENNZEICHEN = /^[\p{L}\p{N}]+(?:[./ -][\p{L}\p{N}]+)*$/u;
export const kennzeichen = lineOfText(40).refine((value) => KENNZEICHEN.test(value), {
  error: 'letters and digits, divided by . / - or a space',
});

/** Which position, as the screen showed it, and from which day. */
export const ofEinheit = { einheitId: z.uuid(), version: z.int(), validFrom };

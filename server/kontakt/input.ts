import { z } from 'zod';
import { calendarDay, lineOfText } from '../platform/plain-text.js';

const optional = (longest: number) => lineOfText(longest, 0);

/** What the register keeps of somebody; the lengths are those of a label and an envelope. */
export const kontaktFacts = {
  art: z.enum(['person', 'organisation']),
  name: lineOfText(200),
  vorname: optional(100),
  strasse: optional(120),
  plz: optional(12),
  ort: optional(100),
  mail: z.union([z.literal(''), z.email().max(254)]),
  telefon: optional(40),
  geburtsdatum: calendarDay().nullable(),
};

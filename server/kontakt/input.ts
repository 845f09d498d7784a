import { z } from 'zod';
import { calendarDay, lineOfText, optionalLine } from '../platform/typed-text.js';

/** What the register keeps of somebody; the lengths are those of a label and an envelope. */
export const kontaktFacts = {
  art: z.enum(['person', 'organisation']),
  name: lineOfText(200),
  vorname: optionalLine(100),
  strasse: optionalLine(120),
  plz: optionalLine(12),
  ort: optionalLine(100),
  mail: z.union([z.literal(''), z.email().max(254)]),
  telefon: optionalLine(40),
  geburtsdatum: calendarDay().nullable(),
};

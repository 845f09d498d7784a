import { z } from 'zod';
import { lineOfText, linesOfText } from '../platform/typed-text.js';

/** What a key user says of a Dokumentvorlage. An authority has some hundred positions that a template may be for. */
export const dokumentvorlageFacts = {
  name: lineOfText(120, 3),
  art: z.enum(['ausgang', 'vermerk']),
  betreff: lineOfText(300),
  einheitIds: z.array(z.uuid()).max(200),
};

/** What was typed into places, by their names; a paragraph at most. */
export const typedValues = z
  .record(lineOfText(80), linesOfText(4_000))
  .refine((typed) => Object.keys(typed).length <= 200, 'höchstens 200 / at most 200')
  .transform((typed) => Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));

/**
 * What an Aktenvorlage consists of. Its Dokumente are filled in the transaction that opens the record, 50 ms each: more
 * than 20 would hold the number of the Akte for more than a second.
 */
export const aktenvorlageFacts = {
  name: lineOfText(120, 3),
  einheitIds: z.array(z.uuid()).max(200),
  parts: z
    .array(
      z.object({
        kind: z.enum(['teilakte', 'vorgang', 'dokument']),
        betreff: lineOfText(300),
        above: z.int().min(0).max(199).nullable(),
        dokumentvorlageId: z.uuid().nullable(),
      }),
    )
    .min(1)
    .max(200)
    .refine(
      (parts) => parts.filter(({ kind }) => kind === 'dokument').length <= 20,
      'höchstens 20 Dokumente / at most 20',
    ),
};

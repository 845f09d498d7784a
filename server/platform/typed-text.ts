import { z } from 'zod';

// Control characters but tab and line end, and the marks that turn the direction of what follows: on a screen and in a
// print the reader would see another text than the one that was stored.
const INVISIBLE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LINE_ENDS = /[\t\r\n]/g;

/**
 * A text that a person types: trimmed, in composed form (NFC, as DIN 91379 wants it), without characters that nobody sees.
 * @param minimum length after trimming
 */
export function typedText(minimum: number, maximum: number) {
  return z
    .string()
    .max(maximum * 2) // NFD is at most about twice as long; what is longer is not even looked at
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(minimum)
        .max(maximum)
        .refine((text) => !INVISIBLE.test(text.replace(LINE_ENDS, '')), 'contains control or direction characters'),
    );
}

/** Why something is done: it stands in the Protokoll, where others read it years later. */
export const reason = typedText(3, 500);

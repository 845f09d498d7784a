import { z } from 'zod';

/**
 * A line that a person typed: composed (NFC, so that „ü“ is found however it was typed), without blanks around it. Text
 * that cannot be seen is refused and not removed: what the page showed must be what is filed.
 */
export function lineOfText(longest: number, shortest = 1) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(shortest).max(longest).refine(isVisible, INVISIBLE_TEXT));
}

/** The same with line breaks, for reasons and remarks. */
export function linesOfText(longest: number, shortest = 0) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(shortest)
        .max(longest)
        .refine((text) => isVisible(text.replace(/[\n\r\t]/g, '')), INVISIBLE_TEXT),
    );
}

/** Why something is done; stands in the Protokoll. */
export function reasonText() {
  return linesOfText(500, 3);
}

/** A calendar day on which something in a file may have happened. PostgreSQL knows no year 0, and no letter is dated 9999. */
export function calendarDay() {
  return z.iso.date().refine((day) => day >= '1500' && day < '2200', 'Jahr 1500 bis 2199 / year 1500 to 2199');
}

const INVISIBLE_TEXT = 'unsichtbare Zeichen / invisible characters';

/** No control, direction or other format characters, no private line separators (DIN 91379 names need none of them). */
function isVisible(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

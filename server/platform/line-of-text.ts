import { z } from 'zod';

// Controls, and what reverses or hides the letters around it: a title with U+202E reads as another title (Trojan Source).
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * A line that a person typed: at least one letter, at most `limit`, in NFC (so that „ü“ is found however it was typed),
 * without characters that nobody sees.
 */
export function lineOfText(limit: number) {
  return visible(z.string().normalize('NFC').trim().min(1).max(limit));
}

/** The same, possibly empty. */
export function optionalLine(limit: number) {
  return visible(z.string().normalize('NFC').trim().max(limit));
}

/** Whether a text holds characters that nobody sees. */
export function hidesCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

function visible(text: z.ZodString) {
  return text.refine((value) => !hidesCharacters(value), { error: 'control characters and hidden letters' });
}

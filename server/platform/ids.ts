import { createHash, randomUUID } from 'node:crypto';
import type { Id } from '../contract/views.js';

/** A new id: UUID version 4, lower case, never derived from content or time. */
export function newId(): Id {
  return randomUUID();
}

/**
 * The id of what a repeatable piece of work makes: the same parts give the same id, so that it is made once. UUID version
 * 8 (RFC 9562, section 5.8), from the SHA-256 of the parts. Only for work of the system: whoever knows the parts knows it.
 */
export function derivedId(...parts: readonly string[]): Id {
  const digits = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside may be used as an id in a query. */
export function isId(text: string): text is Id {
  return uuid.test(text);
}

import { randomUUID } from 'node:crypto';
import type { Id } from '../contract/views.js';

/** A new id: UUID version 4, lower case, never derived from content or time. */
export function newId(): Id {
  return randomUUID();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside may be used as an id in a query. */
export function isId(text: string): text is Id {
  return uuid.test(text);
}

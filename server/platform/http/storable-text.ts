import type { NextFunction, Request, Response } from 'express';
import { reject } from '../../contract/rejections.js';
import { answer } from './answer.js';

// NUL and halves of a surrogate pair: PostgreSQL stores neither, and no keyboard makes them. Refused here once, no slice
// has to think of them.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Refuses an address with text that no row can hold; it would fail inside the query that looks for it. */
export function storableAddress(request: Request, response: Response, next: NextFunction): void {
  if (!UNSTORABLE.test(decoded(request.originalUrl))) return next();
  answer(response, reject('platform.invalidInput', { fields: 'address' }));
}

/** Refuses a JSON body with text that no row can hold, naming the field. */
export function storableBody(request: Request, response: Response, next: NextFunction): void {
  const fields = unstorableField(request.body);
  if (fields === null) return next();
  answer(response, reject('platform.invalidInput', { fields }));
}

/** What cannot be decoded at all is refused by the router. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}

/** The first field with such a text. A list of open places and no recursion: how deep a body is, its sender chooses. */
function unstorableField(body: unknown): string | null {
  const open: [string, unknown][] = [['input', body]];
  for (let place = open.pop(); place; place = open.pop()) {
    const [field, value] = place;
    if (typeof value === 'string' && UNSTORABLE.test(value)) return field;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (UNSTORABLE.test(key)) return field;
      open.push([Array.isArray(value) ? field : key, inner]);
    }
  }
  return null;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PICKUP_CODE, PICKUP_TOKEN } from '../contract/weitergabe-views.js';

/** The page makes both, so that no answer that an idempotency key repeats holds them; here only hashes are kept. */
export const pickupToken = z.string().regex(PICKUP_TOKEN);
export const pickupCode = z.string().regex(PICKUP_CODE);

/** SHA-256: there is nothing to guess about 256 random bits. The code, which people type, gets the hash of passwords. */
export function hashPickupToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** As people copy it: small letters, blanks, other dashes or none, and letters that look like digits. */
export function readCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return signs.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}

import { z } from 'zod';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { RIGHTS, STUFEN } from './access.js';

const id = z.uuid();

export const subjectInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('house') }),
  z.object({ kind: z.literal('unit'), id }),
  z.object({ kind: z.literal('role'), role: z.enum(Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]]) }),
  z.object({ kind: z.literal('person'), id }),
]);

export const placeInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan') }),
  z.object({ kind: z.literal('aktenplaneinheit'), id }),
  z.object({ kind: z.literal('akte'), id }),
]);

export const rightInput = z.enum(RIGHTS);

export const stufeInput = z.enum(STUFEN);

/** A calendar day that an office can mean: not the year 0, not the year 20261. */
export const dayInput = z.iso.date().refine((day) => day >= '2000-01-01' && day <= '2199-12-31');

// Line breaks are no part of a reason, and what turns the direction of a text makes it read as something else.
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Why somebody gives or takes a right: it stands in the Protokoll beside what was done. */
export const reasonInput = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .transform((text) => text.normalize('NFC'))
  .refine((text) => !UNPRINTABLE.test(text));

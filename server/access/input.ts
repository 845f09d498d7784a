import { z } from 'zod';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { lineOfText } from '../platform/typed-text.js';
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

/** Why somebody gives or takes a right: one line, which stands in the Protokoll beside what was done. */
export const reasonInput = lineOfText(500, 3);

import { z } from 'zod';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { MOST_LINES } from './building.js';

const ROLES = Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]];

const whole = z.int().min(-1_000_000).max(1_000_000);
// The rules say in words what is wrong with a number; here only what is none is turned away.
const depth = z.int().min(0).max(1_000);

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.uuid() }),
  z.object({ kind: z.literal('role'), role: z.enum(ROLES), unitId: z.uuid().nullable() }),
]);

const quorum = z.object({ kind: z.enum(['count', 'percent']), value: whole }).nullable();

/** A list with indentation as a page or another system sends it. */
export const outlineLines = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({
        ...{ depth, kind: z.literal('station'), art: z.enum(['mitzeichnung', 'kenntnisnahme', 'schlusszeichnung']) },
        ...{ who: place, fristDays: whole.nullable() },
      }),
      z.object({ depth, kind: z.literal('group'), order: z.enum(['sequence', 'parallel']), quorum }),
    ]),
  )
  .max(10 * MOST_LINES);

/** Dokumente with the versions of them that the person has seen. */
export const mappeDokumente = z.array(z.object({ dokumentId: z.uuid(), nummer: z.int().min(1) })).max(500);

/** What every change of a Laufweg names. */
export const laufwegAndVersion = { laufwegId: z.uuid(), version: z.int() };

/** Where a station is put; an index behind the last one means the end. */
export const stationPlace = {
  groupId: z.uuid().nullable(),
  index: z
    .int()
    .min(0)
    .max(10 * MOST_LINES),
};

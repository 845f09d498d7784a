import { z } from 'zod';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { calendarDay, linesOfText } from '../platform/typed-text.js';
import { MOST_PUNKTE } from './verfuegung.js';

const ROLES = Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]];

/** An order is a few sentences; what is longer is a Dokument of its own. */
const text = linesOfText(4_000);

const who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.uuid() }),
  z.object({ kind: z.literal('role'), role: z.enum(ROLES), unitId: z.uuid().nullable() }),
]);

/** A point as a page or another system sends it. What is missing or wrong in it the rules say in words. */
export const newPunkt = z.discriminatedUnion('art', [
  z.object({ art: z.literal('vermerk'), text }),
  z.object({ art: z.literal('zK'), who, text }),
  z.object({ art: z.literal('zwV'), who, text, frist: calendarDay().nullable() }),
  z.object({ art: z.literal('bR'), personId: z.uuid(), text }),
  z.object({ art: z.literal('wv'), personId: z.uuid().nullable(), day: calendarDay(), text }),
  z.object({ art: z.literal('zdA') }),
]);

export const newPunkte = z.array(newPunkt).max(10 * MOST_PUNKTE);

/** What every change of a Verfügung names. */
export const verfuegungAndVersion = { verfuegungId: z.uuid(), version: z.int() };

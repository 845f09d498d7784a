import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';

/** A person whose work may be taken over. */
export interface Leaving {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  readonly active: boolean;
}

/** Condition on `p` and its unit `u`: in the area of the acting person ($1: own unit's code, or null for the whole house). */
export const IN_AREA = `p.kind = 'person' AND ($1::text IS NULL OR u.code = $1 OR starts_with(u.code, $1 || '.'))`;
const LEAVING = `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, p.active
  FROM person p JOIN unit u ON u.id = p.unit_id WHERE ${IN_AREA}`;

/** This person, if the acting one may hand on their work. Somebody of another area looks like nobody. */
export async function personInArea(tx: Transaction, personId: Id): Promise<Leaving | Rejection> {
  const [row] = await tx.query<Leaving>(`${LEAVING} AND p.id = $2`, [await areaOf(tx), personId]);
  return row ?? reject('platform.notFound');
}

/** Whose work the acting person may hand on: null for that of the house (administration), or the code of a unit (Leitung). */
export async function areaOf(tx: Transaction): Promise<string | null> {
  const { roles, unitId } = personOf(tx);
  if (roles.includes('administration')) return null;
  const [unit] = await tx.query<{ code: string }>(`SELECT code FROM unit WHERE id = $1`, [unitId]);
  // Without a unit there is no area, and no code begins with this one.
  return unit?.code ?? '-';
}

import type { RecipientPage } from '../contract/aufgaben-views.js';
import type { Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';

/** More than a list beside a field shows; who wants somebody else types on. */
const PAGE = 50;

export interface Wanted {
  /** Whom nobody looks for. */
  readonly except: Id;
  /** Only with this role; null: with any. */
  readonly role: Role | null;
  /** Part of the name or of the unit. */
  readonly typed: string;
  /** `next` of the page before; empty for the first. */
  readonly after: string;
}

/**
 * Colleagues who can sign in, found by what was typed: those of the acting person's unit first, then by name. Never all of a
 * house: 3,000 names are no list to choose from.
 */
export async function findColleagues(tx: Transaction, { except, role, typed, after }: Wanted): Promise<RecipientPage> {
  const rows = await tx.query<{ id: Id; name: string; unit: string; key: string }>(
    `SELECT * FROM (
       SELECT p.id, p.name, u.code || ' ' || u.name AS unit,
              (CASE WHEN p.unit_id = $3 THEN '0' ELSE '1' END || lower(p.name)) COLLATE "C" AS key
         FROM person p JOIN unit u ON u.id = p.unit_id
        WHERE p.id <> $1 AND p.active AND p.kind = 'person'
          AND ($2::text IS NULL OR EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = $2))
          AND strpos(lower(p.name || ' ' || u.code || ' ' || u.name), $4) > 0) o
      WHERE $5 = '' OR (o.key, o.id::text COLLATE "C") > (substring($5 FROM 37) COLLATE "C", left($5, 36) COLLATE "C")
      ORDER BY o.key, o.id::text COLLATE "C" LIMIT $6`,
    [except, role, personOf(tx).unitId, typed.normalize('NFC').trim().toLowerCase(), after, PAGE + 1],
  );
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return {
    items: items.map(({ id, name, unit }) => ({ id, name, unit })),
    next: rows.length > PAGE && last ? `${last.id}${last.key}` : null,
  };
}

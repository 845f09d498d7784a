import type { Id } from '../contract/views.js';
import type { ZusatzDefinition, ZusatzKind } from '../contract/zusatzfeld-views.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import type { Queries } from '../platform/postgres/database.js';
import type { StoredValues } from './fill-values.js';
import type { Zusatzfeld } from './zusatzfeld.js';

/** A field, as `Zusatzfeld` names its columns. */
export const FIELD = `f.id, f.kind, f.key, f.definition -> 'label' AS label, f.definition -> 'rule' AS rule,
  f.definition ->> 'need' AS need, f.einheit_id AS "einheitId", f.dokument_art AS "dokumentArt", f.state, f.version`;

/** A field, locked until the end of the transaction; null for an unknown one. */
export async function lockZusatzfeld(queries: Queries, id: Id): Promise<Zusatzfeld | null> {
  const [row] = await queries.query<Zusatzfeld>(`SELECT ${FIELD} FROM zusatzfeld f WHERE f.id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** Ids of all fields of a kind in their order, locked. */
export async function lockOrder(queries: Queries, kind: ZusatzKind): Promise<Id[]> {
  const rows = await queries.query<{ id: Id; rank: number }>(
    `SELECT id, rank FROM zusatzfeld WHERE kind = $1 ORDER BY id FOR UPDATE`,
    [kind],
  );
  return rows.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}

/** How many fields of a kind are in use. */
export async function countInUse(queries: Queries, kind: ZusatzKind): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM zusatzfeld WHERE kind = $1 AND state = 'offen'`,
    [kind],
  );
  return row?.count ?? 0;
}

/** The field that has this key; null where it is free. */
export async function fieldOfKey(queries: Queries, kind: ZusatzKind, key: string): Promise<Zusatzfeld | null> {
  const [row] = await queries.query<Zusatzfeld>(`SELECT ${FIELD} FROM zusatzfeld f WHERE f.kind = $1 AND f.key = $2`, [
    kind,
    key,
  ]);
  return row ?? null;
}

/** Adds a field at the end. @returns false where the key was taken meanwhile */
export async function insertZusatzfeld(tx: Transaction, field: Zusatzfeld): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO zusatzfeld (id, mandant_id, kind, key, definition, einheit_id, dokument_art, rank)
     SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(f.rank), 0) + 1 FROM zusatzfeld f WHERE f.kind = $3
     ON CONFLICT (mandant_id, kind, key) DO NOTHING RETURNING id`,
    [field.id, tx.mandantId, field.kind, field.key, definitionOf(field), field.einheitId, field.dokumentArt],
  );
  if (rows.length > 0) await keepVersion(tx, field);
  return rows.length > 0;
}

/** Saves what a field is from now on, under its next version, which it answers. */
export async function saveZusatzfeld(tx: Transaction, before: Zusatzfeld, now: Partial<Zusatzfeld>): Promise<number> {
  const field: Zusatzfeld = { ...before, ...now, version: before.version + 1 };
  await tx.query(
    `UPDATE zusatzfeld SET definition = $2, einheit_id = $3, dokument_art = $4, state = $5, version = $6 WHERE id = $1`,
    [field.id, definitionOf(field), field.einheitId, field.dokumentArt, field.state, field.version],
  );
  await keepVersion(tx, field);
  return field.version;
}

async function keepVersion(tx: Transaction, field: Zusatzfeld): Promise<void> {
  await tx.query(
    `INSERT INTO zusatzfeld_version (zusatzfeld_id, version, mandant_id, definition, einheit_id, dokument_art, state,
                                     since, author)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[field.id, field.version, tx.mandantId, definitionOf(field), field.einheitId, field.dokumentArt, field.state],
      ...[tx.clock.now(), authorOf(tx.actor)],
    ],
  );
}

function definitionOf({ label, rule, need }: ZusatzDefinition): string {
  return JSON.stringify({ label, rule, need });
}

export async function saveOrder(queries: Queries, ids: readonly Id[]): Promise<void> {
  await queries.query(
    `UPDATE zusatzfeld f SET rank = o.rank
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, rank) WHERE f.id = o.id AND f.rank <> o.rank`,
    [ids],
  );
}

/** Writes the values of a record that is locked. Its version is the business of the act that does it. */
export async function saveValues(queries: Queries, kind: ZusatzKind, id: Id, values: StoredValues): Promise<void> {
  await queries.query(`UPDATE ${kind} SET zusatz = $2 WHERE id = $1`, [id, JSON.stringify(values)]);
}

import type { AktenvorlageFacts, AktenvorlageKind, AktenvorlagePart } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface Aktenvorlage {
  readonly id: Id;
  readonly name: string;
  readonly kind: AktenvorlageKind;
  readonly active: boolean;
  readonly parts: readonly AktenvorlagePart[];
  readonly version: number;
}

const COLUMNS = 'id, name, kind, active, inhalt AS parts, version';

export async function findAktenvorlage(queries: Queries, id: Id): Promise<Aktenvorlage | null> {
  const [row] = await queries.query<Aktenvorlage>(`SELECT ${COLUMNS} FROM aktenvorlage WHERE id = $1`, [id]);
  return row ?? null;
}

export async function lockAktenvorlage(queries: Queries, id: Id): Promise<Aktenvorlage | null> {
  const [row] = await queries.query<Aktenvorlage>(`SELECT ${COLUMNS} FROM aktenvorlage WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** @returns false where the name is taken */
export async function insertAktenvorlage(
  queries: Queries & { readonly mandantId: Id },
  id: Id,
  { name, kind, parts }: AktenvorlageFacts & { kind: AktenvorlageKind },
  at: Date,
): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO aktenvorlage (id, mandant_id, name, kind, inhalt, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, queries.mandantId, name, kind, JSON.stringify(parts), at],
  );
  return rows.length > 0;
}

/** Whether another one of its kind has this name. */
export async function isAktenvorlageNameTaken(
  queries: Queries,
  { id, kind }: Pick<Aktenvorlage, 'id' | 'kind'>,
  name: string,
): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM aktenvorlage WHERE kind = $2 AND lower(name) = lower($3) AND id <> $1`,
    [id, kind, name],
  );
  return rows.length > 0;
}

export async function updateAktenvorlage(
  queries: Queries,
  { id, name, active, parts }: AktenvorlageFacts & { id: Id; active: boolean },
): Promise<void> {
  await queries.query(
    `UPDATE aktenvorlage SET name = $2, active = $3, inhalt = $4, version = version + 1 WHERE id = $1`,
    [id, name, active, JSON.stringify(parts)],
  );
}

/** Newest Fassung of each of these Dokumentvorlagen that is in use: its places, and its name. */
export async function newestPlaces(
  queries: Queries,
  ids: readonly (Id | null)[],
): Promise<ReadonlyMap<Id, { name: string; places: readonly string[] }>> {
  const rows = await queries.query<{ id: Id; name: string; places: string[] }>(
    `SELECT d.id, d.name, f.places FROM dokumentvorlage d
       JOIN dokumentvorlage_fassung f ON f.dokumentvorlage_id = d.id AND f.nummer = d.nummer
      WHERE d.active AND d.id = ANY ($1::uuid[])`,
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Position, Aktenzeichen and Betreff of an Akte; null for one that is not there. */
export async function akteAbove(
  queries: Queries,
  akteId: Id,
): Promise<{ einheitId: Id; aktenzeichen: string; betreff: string } | null> {
  const [row] = await queries.query<{ einheitId: Id; aktenzeichen: string; betreff: string }>(
    `SELECT aktenplaneinheit_id AS "einheitId", aktenzeichen, betreff FROM akte WHERE id = $1`,
    [akteId],
  );
  return row ?? null;
}

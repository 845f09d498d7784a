import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { german } from './akte.js';

/** Where the responsibility for an Akte has gone, or is going. */
export interface GivenAway {
  readonly recipient: string;
  /** null: it is on its way. */
  readonly since: Day | null;
}

/** The same as an Akte carries it. */
export interface Given {
  readonly givenTo: string | null;
  readonly givenOn: Day | null;
}

/** Columns of `Given` of an Akte `a`. */
export const GIVEN = `a.weitergegeben_an AS "givenTo", a.weitergegeben_am AS "givenOn"`;

/** An Akte that somebody else answers for, or is about to, rests: nothing is opened in it and nothing described anew. */
export function refuseGiven({ givenTo, givenOn }: Given): Rejection | null {
  if (givenTo === null) return null;
  return givenOn === null
    ? reject('weitergabe.onItsWay', { recipient: givenTo })
    : reject('weitergabe.given', { recipient: givenTo, since: german(givenOn) });
}

/** The same for the Akte of a Vorgang. */
export async function refuseGivenVorgang(queries: Queries, vorgangId: Id): Promise<Rejection | null> {
  const [row] = await queries.query<Given>(
    `SELECT ${GIVEN} FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  return row ? refuseGiven(row) : null;
}

/** Locks an Akte with its Teilakten and everything that runs in them: nobody opens anything there meanwhile. */
export async function lockWholeAkte(queries: Queries, akteId: Id): Promise<void> {
  await queries.query(`SELECT a.id FROM akte a WHERE a.id IN (SELECT akten_of($1)) ORDER BY a.id FOR UPDATE`, [akteId]);
  await queries.query(
    `SELECT v.id FROM vorgang v WHERE v.id IN (SELECT vorgaenge_of('akte', $1)) ORDER BY v.id FOR UPDATE`,
    [akteId],
  );
}

/** The Akte with its Teilakten rests from now on; null: work in it goes on. */
export async function saveGiven(queries: Queries, akteId: Id, given: GivenAway | null): Promise<void> {
  await queries.query(
    `UPDATE akte SET weitergegeben_an = $2, weitergegeben_am = $3, version = version + 1
      WHERE id IN (SELECT akten_of($1))`,
    [akteId, given?.recipient ?? null, given?.since ?? null],
  );
}

/** The same for an Akte itself. */
export async function refuseGivenAkte(queries: Queries, akteId: Id): Promise<Rejection | null> {
  const [row] = await queries.query<Given>(`SELECT ${GIVEN} FROM akte a WHERE a.id = $1`, [akteId]);
  return row ? refuseGiven(row) : null;
}

import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { akteAktenzeichen, countsByYear, DEFAULT_RULE, type AktenzeichenRule } from './aktenzeichen.js';

/** The rule of the Mandant, or the one of the product. */
export async function loadRule(queries: Queries): Promise<AktenzeichenRule & { readonly nummer: number }> {
  const [row] = await queries.query<AktenzeichenRule & { nummer: number }>(
    `SELECT nummer, akte, teilakte, vorgang FROM aktenzeichen_rule ORDER BY nummer DESC LIMIT 1`,
  );
  return row ?? { ...DEFAULT_RULE, nummer: 0 };
}

/** Adds the next rule. Two at once: the second one fails on the key and is told that somebody was faster. */
export async function insertRule(
  queries: Queries,
  rule: AktenzeichenRule & { mandantId: Id; nummer: number; at: Date; author: string },
): Promise<'saved' | 'stale'> {
  const rows = await queries.query(
    `INSERT INTO aktenzeichen_rule (mandant_id, nummer, akte, teilakte, vorgang, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING nummer`,
    [rule.mandantId, rule.nummer, rule.akte, rule.teilakte, rule.vorgang, rule.at, rule.author],
  );
  return rows.length === 1 ? 'saved' : 'stale';
}

export interface GivenTo {
  readonly mandantId: Id;
  readonly akteId: Id;
  readonly einheit: { readonly id: Id; readonly kennzeichen: string };
  readonly today: Day;
}

// An authority that changes its rule may meet old names again; a thousand in a row would be a mistake of ours.
const MOST_TRIES = 1_000;

/**
 * Gives an Akte the next Aktenzeichen of its position. The row of the counter is locked until the end of the transaction,
 * so that two openings never get the same; what was given once, under whatever rule, is passed over.
 */
export async function giveAktenzeichen(
  queries: Queries,
  { mandantId, akteId, einheit, today }: GivenTo,
): Promise<string> {
  const rule = await loadRule(queries);
  const jahr = Number(today.slice(0, 4));
  const year = countsByYear(rule) ? jahr : 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const nummer = await nextNumber(queries, mandantId, einheit.id, year);
    const aktenzeichen = akteAktenzeichen(rule, { position: einheit.kennzeichen, nummer, jahr });
    const given = await queries.query(
      `INSERT INTO aktenzeichen_given (mandant_id, aktenzeichen, aktenplaneinheit_id, year, nummer, akte_id, given_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING nummer`,
      [mandantId, aktenzeichen, einheit.id, year, nummer, akteId, today],
    );
    if (given.length === 1) return aktenzeichen;
  }
  throw new Error(`No Aktenzeichen of ${einheit.kennzeichen} is free`);
}

async function nextNumber(queries: Queries, mandantId: Id, einheitId: Id, year: number): Promise<number> {
  const [row] = await queries.query<{ last: number }>(
    `INSERT INTO aktenzeichen_counter (mandant_id, aktenplaneinheit_id, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (aktenplaneinheit_id, year) DO UPDATE SET last = aktenzeichen_counter.last + 1 RETURNING last`,
    [mandantId, einheitId, year],
  );
  if (!row) throw new Error('The counter returned no number');
  return row.last;
}

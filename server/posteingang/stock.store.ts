import type { Examination } from '../contract/examination.js';
import type { Day } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { senderKey } from './duplicates.js';
import { addressKey } from './filing.store.js';
import { suggestFacts, type Stock } from './proposals.js';

// What an office did last says most about what it does next; and a sender of 100,000 letters costs no more than one of 200.
const NEWEST = 200;

const PLACES = `SELECT a.id AS "akteId", a.aktenzeichen, a.betreff, count(*)::int AS count
  FROM newest n JOIN eingang e ON e.id = n.eingang_id JOIN vorgang v ON v.id = e.vorgang_id JOIN akte a ON a.id = v.akte_id
 GROUP BY a.id ORDER BY count(*) DESC, a.aktenzeichen`;

/** Looks up in the Mandant's own stock what may concern an Eingang. */
export async function loadStock(queries: Queries, examination: Examination, today: Day): Promise<Stock> {
  const people = await peopleOf(queries, examination);
  const { sender, kind } = suggestFacts(examination, people);
  return {
    ...people,
    named: await queries.query<Stock['named'][number]>(
      `SELECT id AS "vorgangId", aktenzeichen, betreff FROM vorgang
        WHERE state = 'offen' AND aktenzeichen = ANY($1) ORDER BY aktenzeichen LIMIT 3`,
      [examination.aktenzeichen],
    ),
    bySender: await queries.query<Stock['bySender'][number]>(
      `WITH newest AS (SELECT eingang_id FROM eingang_filing WHERE $1 <> '' AND sender_key = $1 AND kind = $2
                        ORDER BY at DESC LIMIT ${NEWEST}) ${PLACES} LIMIT 3`,
      [senderKey(sender.value), kind.value],
    ),
    byKind: await queries.query<Stock['byKind'][number]>(
      `WITH newest AS (SELECT eingang_id FROM eingang_filing WHERE kind = $1 AND $1 <> 'schreiben'
                        ORDER BY at DESC LIMIT ${NEWEST}) ${PLACES} LIMIT 2`,
      [kind.value],
    ),
    einheiten: await queries.query<Stock['einheiten'][number]>(
      `SELECT e.id, e.kennzeichen, e.titel, array_length(string_to_array(e.kennzeichen, '.'), 1) AS level
         FROM aktenplaneinheit e
        WHERE NOT e.stillgelegt AND e.begins_on <= $1
          AND NOT EXISTS (SELECT 1 FROM aktenplaneinheit c
                           WHERE c.mandant_id = e.mandant_id AND c.parent_id = e.id AND c.begins_on <= $1 AND NOT c.stillgelegt)
        ORDER BY e.kennzeichen`,
      [today],
    ),
  };
}

/** How the office called whoever wrote from this address, and as what it filed the letters of this sender. */
async function peopleOf(
  queries: Queries,
  examination: Examination,
): Promise<Pick<Stock, 'senderOfAddress' | 'kindsOfSender'>> {
  const [known] = await queries.query<NonNullable<Stock['senderOfAddress']>>(
    `WITH newest AS (SELECT sender FROM eingang_filing WHERE address <> '' AND address = $1 AND sender <> ''
                      ORDER BY at DESC LIMIT ${NEWEST})
     SELECT sender, count(*)::int AS count FROM newest GROUP BY sender ORDER BY count(*) DESC, sender LIMIT 1`,
    [addressKey(examination.senderAddress)],
  );
  const senderOfAddress = known ?? null;
  const { sender } = suggestFacts(examination, { senderOfAddress, kindsOfSender: [] });
  const kindsOfSender = await queries.query<Stock['kindsOfSender'][number]>(
    `WITH newest AS (SELECT kind FROM eingang_filing WHERE $1 <> '' AND sender_key = $1 ORDER BY at DESC LIMIT ${NEWEST})
     SELECT kind, count(*)::int AS count FROM newest GROUP BY kind ORDER BY count(*) DESC, kind`,
    [senderKey(sender.value)],
  );
  return { senderOfAddress, kindsOfSender };
}

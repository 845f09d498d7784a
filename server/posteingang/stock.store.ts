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
  const [known = EMPTY] = await loadSureStocks(queries, [examination]);
  const { kind } = suggestFacts(examination, known);
  return {
    ...known,
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

/**
 * Of the stock only what a certain proposal can come from, for many Eingaenge with as many questions as for one: the desk
 * counts them each time that it is looked at.
 */
export async function loadSureStocks(queries: Queries, examinations: readonly Examination[]): Promise<Stock[]> {
  const people = await peopleOf(queries, examinations);
  const facts = examinations.map((examination, index) => suggestFacts(examination, people[index] ?? EMPTY));
  const byNames = asked(examinations.map(({ aktenzeichen }) => aktenzeichen));
  const bySenders = asked(facts.map(({ sender, kind }) => [senderKey(sender.value), kind.value] as const));
  const named = await queries.query<Stock['named'][number] & { place: number }>(
    `SELECT w.place::int AS place, v.id AS "vorgangId", v.aktenzeichen, v.betreff
       FROM jsonb_array_elements($1) WITH ORDINALITY w (names, place) CROSS JOIN LATERAL (
         SELECT id, aktenzeichen, betreff FROM vorgang
          WHERE state = 'offen' AND aktenzeichen = ANY (ARRAY(SELECT jsonb_array_elements_text(w.names)))
          ORDER BY aktenzeichen LIMIT 3) v ORDER BY w.place, v.aktenzeichen`,
    [JSON.stringify(byNames.questions)],
  );
  const bySender = await queries.query<Stock['bySender'][number] & { place: number }>(
    `SELECT w.place::int AS place, f.* FROM unnest($1::text[], $2::text[]) WITH ORDINALITY w (sender, kind, place)
      CROSS JOIN LATERAL (
        WITH newest AS (SELECT eingang_id FROM eingang_filing
                         WHERE w.sender <> '' AND sender_key = w.sender AND kind = w.kind
                         ORDER BY at DESC LIMIT ${NEWEST}) ${PLACES} LIMIT 3) f
      ORDER BY w.place, f.count DESC, f.aktenzeichen`,
    [bySenders.questions.map(([sender]) => sender), bySenders.questions.map(([, kind]) => kind)],
  );
  const [namedOf, bySenderOf] = [byNames.answers(named), bySenders.answers(bySender)];
  return examinations.map((_examination, index) => ({
    ...EMPTY,
    ...people[index],
    named: namedOf[index] ?? [],
    bySender: bySenderOf[index] ?? [],
  }));
}

const EMPTY: Stock = {
  ...{ named: [], bySender: [], byKind: [], einheiten: [] },
  ...{ senderOfAddress: null, kindsOfSender: [] },
};

type People = Pick<Stock, 'senderOfAddress' | 'kindsOfSender'>;

/** How the office called whoever wrote from these addresses, and as what it filed the letters of these senders. */
async function peopleOf(queries: Queries, examinations: readonly Examination[]): Promise<People[]> {
  const addresses = asked(examinations.map(({ senderAddress }) => addressKey(senderAddress)));
  const known = await queries.query<NonNullable<Stock['senderOfAddress']> & { place: number }>(
    `SELECT w.place::int AS place, f.* FROM unnest($1::text[]) WITH ORDINALITY w (address, place) CROSS JOIN LATERAL (
       WITH newest AS (SELECT sender FROM eingang_filing WHERE address <> '' AND address = w.address AND sender <> ''
                        ORDER BY at DESC LIMIT ${NEWEST})
       SELECT sender, count(*)::int AS count FROM newest GROUP BY sender ORDER BY count(*) DESC, sender LIMIT 1) f`,
    [addresses.questions],
  );
  const senders = addresses.answers(known).map(([first]) => first ?? null);
  const keys = asked(
    examinations.map((examination, index) => {
      const facts = suggestFacts(examination, { senderOfAddress: senders[index] ?? null, kindsOfSender: [] });
      return senderKey(facts.sender.value);
    }),
  );
  const kinds = await queries.query<Stock['kindsOfSender'][number] & { place: number }>(
    `SELECT w.place::int AS place, f.* FROM unnest($1::text[]) WITH ORDINALITY w (sender, place) CROSS JOIN LATERAL (
       WITH newest AS (SELECT kind FROM eingang_filing WHERE w.sender <> '' AND sender_key = w.sender
                        ORDER BY at DESC LIMIT ${NEWEST})
       SELECT kind, count(*)::int AS count FROM newest GROUP BY kind) f
      ORDER BY w.place, f.count DESC, f.kind`,
    [keys.questions],
  );
  return keys
    .answers(kinds)
    .map((kindsOfSender, index) => ({ senderOfAddress: senders[index] ?? null, kindsOfSender }));
}

/** Each question once, however many ask it: 300 letters of one sender are one question. */
function asked<Question>(all: readonly Question[]) {
  const places = new Map<string, number>();
  const questions: Question[] = [];
  const placeOf = all.map((question) => {
    const key = JSON.stringify(question);
    const place = places.get(key) ?? questions.push(question);
    places.set(key, place);
    return place;
  });
  return {
    questions,
    /** For each who asked the rows of their question, without its place. Sorted once: the desk asks for a thousand at a time. */
    answers: <Row extends { readonly place: number }>(rows: readonly Row[]): Omit<Row, 'place'>[][] => {
      const answers: Omit<Row, 'place'>[][] = questions.map(() => []);
      for (const { place, ...row } of rows) answers[place - 1]?.push(row);
      return placeOf.map((place) => answers[place - 1] ?? []);
    },
  };
}

import type { OutlookCount, OutlookPage, OutlookRow, OutlookView } from '../contract/outlook-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { effectiveFrist, ruleInWords, type FristSource } from './aufbewahrungsfrist.js';
import { fristenOf } from './aufbewahrung.queries.js';
import { nextStep } from './next-step.js';
import { isDue, underSperre, type SperreInForce } from './retention.js';
import { SPERREN_OF_VORGANG } from './sperre.queries.js';

const PAGE = 50;

/** What becomes due when. A million closed Vorgaenge are counted from one index. */
export async function loadOutlook(queries: Queries, today: Day): Promise<OutlookView> {
  const years = await countBy(queries, 'YYYY', null, null);
  const [rest] = await queries.query<Omit<OutlookView, 'today' | 'years'>>(
    `SELECT count(*) FILTER (WHERE state = 'zdA' AND aufbewahrung_jahre IS NULL)::int AS unlimited,
            count(*) FILTER (WHERE state = 'zdA' AND aufbewahrung_jahre IS NOT NULL)::int AS "awaitingEvent",
            count(*) FILTER (WHERE state = 'offen')::int AS open
       FROM vorgang WHERE (state = 'zdA' AND aufbewahrungsende IS NULL) OR state = 'offen'`,
  );
  if (!rest) throw new Error('The outlook returned no row');
  return { today, years, ...rest };
}

/** First and last day of a year or a month. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

export interface OutlookQuestion {
  readonly period: Period;
  /** Kennzeichen of a position; what lies below it counts too. */
  readonly einheit: string | null;
  /** Where the last page ended. */
  readonly after: { readonly ende: Day; readonly id: Id } | null;
}

/** The Vorgaenge of one period in the order of their last days, a page at a time; months and positions with the first one. */
export async function loadOutlookPage(
  queries: Queries,
  { period, einheit, after }: OutlookQuestion,
  today: Day,
): Promise<OutlookPage> {
  const found = await queries.query<RowFacts>(ROWS, [
    period.from,
    period.until,
    einheit,
    after?.ende ?? period.from,
    after?.id ?? FIRST,
    PAGE + 1,
  ]);
  const shown = found.slice(0, PAGE);
  const frists = new Map(
    (
      await fristenOf(
        queries,
        shown.map(({ vorgangId }) => vorgangId),
      )
    ).map((row) => [row.id, row]),
  );
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    months: after ? [] : await countBy(queries, 'YYYY-MM', period, einheit),
    einheiten: after ? [] : await einheitenIn(queries, period),
    rows: shown.map((row) => {
      const frist = frists.get(row.vorgangId);
      if (!frist) throw new Error('A Vorgang without its period');
      const rule = effectiveFrist(frist.plan, frist.akte, frist.vorgang);
      const [words, said] = [ruleInWords(rule), SAID_BY[rule.from.jahre]];
      return toRow(row, { de: `${words.de} (${said.de})`, en: `${words.en} (${said.en})` }, today);
    }),
    after: last ? `${last.aufbewahrungsende} ${last.vorgangId}` : null,
  };
}

const SAID_BY: Readonly<Record<FristSource, { de: string; en: string }>> = {
  plan: { de: 'Aktenplan', en: 'filing plan' },
  akte: { de: 'Festlegung an der Akte', en: 'set for the file' },
  vorgang: { de: 'Festlegung am Vorgang', en: 'set for the case' },
};

const FIRST: Id = '00000000-0000-0000-0000-000000000000';

type RowFacts = Omit<OutlookRow, 'basis' | 'sperren' | 'next'> & { readonly sperren: readonly SperreInForce[] };

function toRow(row: RowFacts, basis: OutlookRow['basis'], today: Day): OutlookRow {
  const { aufbewahrungsende, aussonderungsart, sperren } = row;
  const state = isDue(aufbewahrungsende, today) ? 'over' : 'running';
  return {
    ...row,
    basis,
    sperren: sperren.map((sperre) => underSperre(sperre).message),
    next: nextStep({ state, aufbewahrungsende, aussonderungsart, held: sperren.length > 0, transferred: false }),
  };
}

// The position is asked for by its beginning, so that 20.31 also finds 20.31.04; a dot ends it, so that 20.3 does not.
const BELOW = (parameter: string) =>
  `(${parameter}::text IS NULL OR e.kennzeichen = ${parameter} OR starts_with(e.kennzeichen, ${parameter} || '.'))`;

const ROWS = `
  SELECT v.id AS "vorgangId", v.aktenzeichen, v.betreff, e.kennzeichen || ' ' || e.titel AS einheit,
         v.aufbewahrungsende, v.aussonderungsart, ${SPERREN_OF_VORGANG} AS sperren
    FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
   WHERE v.mandant_id = current_mandant() AND v.state = 'zdA' AND v.aufbewahrungsende BETWEEN $1 AND $2
     AND (v.aufbewahrungsende, v.id) > ($4, $5) AND ${BELOW('$3')}
   ORDER BY v.aufbewahrungsende, v.id LIMIT $6`;

/** Counts by year or month. Where a Sperre lies is looked up from the Sperren, of which there are few. */
async function countBy(
  queries: Queries,
  form: 'YYYY' | 'YYYY-MM',
  period: Period | null,
  einheit: string | null,
): Promise<OutlookCount[]> {
  const filtered =
    einheit === null ? '' : 'JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id';
  const bounds = period ? 'AND v.aufbewahrungsende BETWEEN $1 AND $2' : 'AND $1::date IS NULL AND $2::date IS NULL';
  return queries.query<OutlookCount>(
    `WITH held AS MATERIALIZED (${HELD_VORGAENGE})
     SELECT to_char(day, '${form}') AS period, sum(total)::int AS total, sum(a)::int AS "A", sum(b)::int AS "B",
            sum(v)::int AS "V", sum(held)::int AS held
       FROM (
         SELECT v.aufbewahrungsende AS day, count(*) AS total, count(*) FILTER (WHERE v.aussonderungsart = 'A') AS a,
                count(*) FILTER (WHERE v.aussonderungsart = 'B') AS b,
                count(*) FILTER (WHERE v.aussonderungsart = 'V') AS v, count(held.id) AS held
           FROM vorgang v LEFT JOIN held ON held.id = v.id ${filtered}
          WHERE v.mandant_id = current_mandant() AND v.state = 'zdA' AND v.aufbewahrungsende IS NOT NULL ${bounds}
            AND ${einheit === null ? '$3::text IS NULL' : BELOW('$3')}
          GROUP BY 1) days
      GROUP BY 1 ORDER BY 1`,
    [period?.from ?? null, period?.until ?? null, einheit],
  );
}

/** Ids of all Vorgaenge that any Sperre in force keeps. */
export const HELD_VORGAENGE = `
  SELECT h.id FROM sperre s CROSS JOIN LATERAL vorgaenge_of(s.object_kind, s.object_id) h (id)
   WHERE s.lifted_at IS NULL AND s.object_kind <> 'dokument'
   UNION SELECT d.vorgang_id FROM sperre s JOIN dokument d ON d.id = s.object_id
          WHERE s.lifted_at IS NULL AND s.object_kind = 'dokument'`;

async function einheitenIn(queries: Queries, period: Period): Promise<OutlookPage['einheiten']> {
  return queries.query(
    `SELECT e.kennzeichen, e.titel, count(*)::int AS total
       FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
      WHERE v.mandant_id = current_mandant() AND v.state = 'zdA' AND v.aufbewahrungsende BETWEEN $1 AND $2
      GROUP BY e.kennzeichen, e.titel ORDER BY e.kennzeichen LIMIT 500`,
    [period.from, period.until],
  );
}

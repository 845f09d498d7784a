import type { Absence } from '../access/absence.queries.js';
import type { AufgabenFilter, AufgabenFrist, AufgabenList, AufgabenOrder } from '../contract/aufgaben-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Role } from '../contract/permissions.js';

/** Who looks, on which day. */
export interface Looking {
  readonly personId: Id;
  readonly roles: readonly Role[];
  readonly unitId: Id;
  readonly today: Day;
  /** Those whom the person stands in for on that day. */
  readonly absences: readonly Absence[];
}

/** A statement about the lists in the making: its values, each numbered when it is first named. `$1` is the person. */
export interface Statement {
  readonly values: unknown[];
  readonly looking: Looking;
  /** @returns its place, such as `$3` */
  of(value: unknown): string;
}

/** Begins a statement; PostgreSQL wants no value that is not used. */
export function statementOf(looking: Looking): Statement {
  const values: unknown[] = [looking.personId];
  return {
    values,
    looking,
    of: (value) => {
      const known = values.indexOf(value);
      return `$${known < 0 ? values.push(value) : known + 1}`;
    },
  };
}

const MINE = `a.assignee_id = $1`;
const ofGroup = ({ of, looking }: Statement) =>
  `(a.assignee_id IS NULL AND a.candidate_role = ANY(${of(looking.roles)}::text[])
    AND (a.unit_id IS NULL OR a.unit_id = ${of(looking.unitId)}::uuid))`;
const today = ({ of, looking }: Statement) => `${of(looking.today)}::date`;
const shown = (statement: Statement) => `NOT coalesce(w.day > ${today(statement)} AND w.art = 'ausblenden', false)`;

/** Those whom the person stands in for, as a table; they are few. */
const absent = ({ of, looking }: Statement) =>
  `jsonb_to_recordset(${of(JSON.stringify(looking.absences.map((one, nr) => ({ ...one, nr }))))}::jsonb)
     AS x (id uuid, name text, "unitId" uuid, roles text[], positions uuid[], nr int)`;
const liesWithAbsent = (aufgabe: string) =>
  `(${aufgabe}.assignee_id = x.id OR (${aufgabe}.assignee_id IS NULL AND ${aufgabe}.candidate_role = ANY(x.roles)
    AND (${aufgabe}.unit_id IS NULL OR ${aufgabe}.unit_id = x."unitId")))`;

/** Joins as `f.fuer` whom an Aufgabe would be done for; null where it lies with nobody whom the person stands in for. */
export function joinFuer(statement: Statement): string {
  if (statement.looking.absences.length === 0) return `CROSS JOIN (SELECT NULL::json AS fuer) f`;
  return `LEFT JOIN LATERAL (
    SELECT json_build_object('id', x.id, 'name', x.name) AS fuer FROM akte k, ${absent(statement)}
     WHERE k.id = a.akte_id AND (x.positions IS NULL OR k.aktenplaneinheit_id = ANY(x.positions))
       AND ${liesWithAbsent('a')} AND NOT coalesce(${MINE} OR ${ofGroup(statement)}, false)
     ORDER BY x.nr LIMIT 1) f ON true`;
}

const IN_LIST: Readonly<Record<AufgabenList, (statement: Statement) => string>> = {
  meine: (statement) => `${MINE} AND ${shown(statement)}`,
  gruppe: (statement) => `${ofGroup(statement)} AND ${shown(statement)}`,
  // First by the indexes of person and role: of all open Aufgaben of the house only those near somebody absent.
  vertretung: (statement) =>
    `a.id IN (SELECT o.id FROM aufgabe o, ${absent(statement)} WHERE o.state = 'offen' AND ${liesWithAbsent('o')})
     AND f.fuer IS NOT NULL AND ${shown(statement)}`,
  // What somebody of the group has taken meanwhile is not the person's any more.
  wiedervorlage: (statement) => `w.person_id = $1 AND (${MINE} OR ${ofGroup(statement)} OR f.fuer IS NOT NULL)`,
};

/** The open Aufgaben of a list that a filter leaves over: what stands behind `FROM`. */
export function listed(statement: Statement, list: AufgabenList, filter: AufgabenFilter): string {
  const fuer = list === 'vertretung' || list === 'wiedervorlage' ? joinFuer(statement) : '';
  return `aufgabe a LEFT JOIN wiedervorlage w ON w.aufgabe_id = a.id AND w.person_id = $1 ${fuer}
    WHERE a.state = 'offen' AND ${[IN_LIST[list](statement), ...limitsOf(statement, filter)].join(' AND ')}`;
}

/** Which of these Aufgaben a filter leaves over, in whatever list they are. */
export function limited(statement: Statement, filter: AufgabenFilter, ids: readonly Id[]): string {
  return `aufgabe a WHERE ${[`a.id = ANY(${statement.of(ids)}::uuid[])`, ...limitsOf(statement, filter)].join(' AND ')}`;
}

const FRIST = `coalesce(to_char(a.frist, 'YYYY-MM-DD'), '~')`;
const AGE = `to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;

/**
 * One text for each order, by whose bytes a list is sorted: so a page of any order begins behind one text and one id. What
 * is missing comes last, as `~` stands behind all digits.
 */
export const KEY: Readonly<Record<AufgabenOrder, string>> = {
  frist: `${FRIST} || ${AGE}`,
  vorrang: `CASE WHEN a.reminded_at IS NULL THEN '1' ELSE '0' END || ${FRIST} || ${AGE}`,
  wiedervorlage: `coalesce(to_char(w.day, 'YYYY-MM-DD'), '~') || ${FRIST} || ${AGE}`,
  alter: AGE,
  // Downwards, so the largest first.
  betrag: `coalesce(to_char(1e15::bigint - a.betrag_cent, 'FM0000000000000000'), '~') || ${AGE}`,
};

/** The week ends on Sunday (DIN ISO 8601). */
const sunday = (statement: Statement) => `(${today(statement)} + (7 - extract(isodow FROM ${today(statement)}))::int)`;

function limitsOf(statement: Statement, filter: AufgabenFilter): string[] {
  const { of } = statement;
  const akte = (condition: string) => `EXISTS (SELECT FROM akte k WHERE k.id = a.akte_id AND ${condition})`;
  // Whole parts: 20.3 stands for 20.3 and 20.3.1, not for 20.31.
  const below = (column: string, code: string) =>
    `(${column} = ${of(code)}::text OR starts_with(${column}, ${of(`${code}.`)}))`;
  const limits: { readonly [Part in keyof AufgabenFilter]-?: (value: NonNullable<AufgabenFilter[Part]>) => string } = {
    frist: (frist) => fristLimit(statement, frist),
    art: (art) => `a.art = ANY(${of(art)}::text[])`,
    sachgebiet: (code) => akte(`k.federfuehrung_id IN (SELECT u.id FROM unit u WHERE ${below('u.code', code)})`),
    stelle: (code) =>
      akte(`k.aktenplaneinheit_id IN (SELECT e.id FROM aktenplaneinheit e WHERE ${below('e.kennzeichen', code)})`),
    betragAb: (cents) => `a.betrag_cent >= ${of(cents)}::bigint`,
    betragBis: (cents) => `a.betrag_cent <= ${of(cents)}::bigint`,
    text: (text) => contains(of(text.toLowerCase())),
  };
  return Object.entries(filter).flatMap(([part, value]) =>
    value === undefined ? [] : [(limits[part as keyof AufgabenFilter] as (value: unknown) => string)(value)],
  );
}

function fristLimit(statement: Statement, frist: AufgabenFrist): string {
  switch (frist) {
    case 'ueberfaellig':
      return `a.frist < ${today(statement)}`;
    case 'heute':
      return `a.frist = ${today(statement)}`;
    case 'woche':
      return `a.frist BETWEEN ${today(statement)} AND ${sunday(statement)}`;
    case 'ohne':
      return `a.frist IS NULL`;
  }
}

function contains(text: string): string {
  return `(strpos(lower(a.titel ->> 'de'), ${text}::text) > 0 OR strpos(lower(a.titel ->> 'en'), ${text}::text) > 0
    OR EXISTS (SELECT FROM vorgang o WHERE o.id = a.vorgang_id AND strpos(lower(o.aktenzeichen), ${text}::text) > 0))`;
}

/** Rows below each heading, counted by a day. */
export function groupCounts(statement: Statement, day: 'a.frist' | 'w.day'): string {
  const count = (condition: string, name: string) => `count(*) FILTER (WHERE ${condition})::int AS "${name}"`;
  return [
    count(`${day} < ${today(statement)}`, 'overdue'),
    count(`${day} = ${today(statement)}`, 'today'),
    count(`${day} > ${today(statement)} AND ${day} <= ${sunday(statement)}`, 'week'),
    count(`${day} > ${sunday(statement)}`, 'later'),
    count(`${day} IS NULL`, 'none'),
  ].join(', ');
}

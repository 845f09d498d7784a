import type {
  AktenzeichenGap,
  AktenzeichenGaps,
  AktenzeichenPreview,
  AktenzeichenView,
} from '../contract/akte-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { akteAktenzeichen, partAktenzeichen, ruleFaults, type AktenzeichenRule } from './aktenzeichen.js';
import { loadRule } from './aktenzeichen.store.js';
import { germanDay } from '../contract/german-day.js';

/** The rule in force, and what it gives. */
export async function loadAktenzeichen(queries: Queries, today: Day): Promise<AktenzeichenView> {
  const { nummer, ...rule } = await loadRule(queries);
  const [since] = await queries.query<{ at: Date; by: string }>(
    `SELECT created_at AS at, created_by AS by FROM aktenzeichen_rule WHERE nummer = $1`,
    [nummer],
  );
  const examples = examplesOf(rule, await examplePosition(queries), today);
  return { nummer, rule, since: since ? { at: since.at.toISOString(), by: since.by } : null, examples };
}

/** What another rule would give, or everything that stands against it. Nothing changes. */
export async function previewRule(queries: Queries, rule: AktenzeichenRule, today: Day): Promise<AktenzeichenPreview> {
  const faults = ruleFaults(rule).map(({ code, message }) => ({ code, ...message }));
  const examples = faults.length > 0 ? null : examplesOf(rule, await examplePosition(queries), today);
  return { examples, faults };
}

function examplesOf(rule: AktenzeichenRule, position: string, today: Day): AktenzeichenView['examples'] {
  const akte = akteAktenzeichen(rule, { position, nummer: 18, jahr: Number(today.slice(0, 4)) });
  const vorgang = partAktenzeichen(rule.vorgang, akte, 3);
  const teilakte = partAktenzeichen(rule.teilakte, akte, 2);
  return { akte, teilakte, vorgang, teilvorgang: partAktenzeichen(rule.vorgang, vorgang, 1) };
}

async function examplePosition(queries: Queries): Promise<string> {
  const [row] = await queries.query<{ kennzeichen: string }>(
    `SELECT kennzeichen FROM aktenplaneinheit ORDER BY length(kennzeichen) DESC, kennzeichen LIMIT 1`,
  );
  return row?.kennzeichen ?? '20.31.04';
}

const SHOWN = 500;

/**
 * Numbers of a position that no Akte has, year by year, and why. Nothing else makes a gap: the counter is part of the
 * transaction that opens the Akte, so an opening that fails leaves none.
 */
export async function loadGaps(queries: Queries, einheitId: Id): Promise<AktenzeichenGaps> {
  const counters = await queries.query<{ year: number; last: number; missing: number }>(
    `SELECT c.year, c.last, c.last - (SELECT count(*)::int FROM aktenzeichen_given g
              WHERE g.aktenplaneinheit_id = c.aktenplaneinheit_id AND g.year = c.year AND g.deleted_at IS NULL) AS missing
       FROM aktenzeichen_counter c WHERE c.aktenplaneinheit_id = $1 ORDER BY c.year DESC`,
    [einheitId],
  );
  const years: AktenzeichenGaps['years'] = [];
  for (const counter of counters) {
    const gaps = counter.missing > 0 ? await gapsOf(queries, einheitId, counter.year, counter.last) : [];
    years.push({ ...counter, gaps });
  }
  return { years };
}

interface GapRow {
  nummer: number;
  aktenzeichen: string | null;
  deletedOn: Day | null;
  actor: string | null;
}

async function gapsOf(queries: Queries, einheitId: Id, year: number, last: number): Promise<AktenzeichenGap[]> {
  const rows = await queries.query<GapRow>(
    `SELECT n.nummer, g.aktenzeichen, (g.deleted_at AT TIME ZONE 'Europe/Berlin')::date AS "deletedOn",
            (SELECT coalesce(p.name, k.actor) FROM protokoll k LEFT JOIN person p ON p.id::text = k.actor
              WHERE k.object_id = g.akte_id ORDER BY k.sequence DESC LIMIT 1) AS actor
       FROM generate_series(1, $3::int) AS n (nummer)
       LEFT JOIN aktenzeichen_given g ON g.aktenplaneinheit_id = $1 AND g.year = $2 AND g.nummer = n.nummer
      WHERE g.nummer IS NULL OR g.deleted_at IS NOT NULL ORDER BY n.nummer LIMIT ${SHOWN}`,
    [einheitId, year, last],
  );
  return rows.map(explained);
}

function explained({ nummer, aktenzeichen, deletedOn, actor }: GapRow): AktenzeichenGap {
  if (aktenzeichen === null || deletedOn === null) {
    return {
      ...{ nummer, aktenzeichen: null, why: 'passedOver' },
      de: `Übersprungen: Unter der Regel dieses Jahres hätte die Nummer ein Aktenzeichen ergeben, das schon vergeben war.`,
      en: `Passed over: by the rule of that year the number would have made a reference number that had been given before.`,
    };
  }
  const day = germanDay(deletedOn);
  return {
    ...{ nummer, aktenzeichen, why: 'deleted' },
    de: `Gelöscht am ${day}, letzter Eintrag im Protokoll von ${actor ?? '–'}.`,
    en: `Deleted on ${day}, last entry in the audit trail by ${actor ?? '–'}.`,
  };
}

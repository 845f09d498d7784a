import type { AccessReport, AccessReportRow, AccessRight } from '../contract/access-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { BYTE_ORDER_MARK, csvLine } from '../platform/csv.js';
import { isId } from '../platform/ids.js';
import type { PathValues } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { rightOf, type Holder } from './access.js';
import { loadHolder, loadHolders, loadRuleBook } from './holder.queries.js';
import { loadNames } from './name.queries.js';
import { levelsOf } from './record.queries.js';

interface PositionRow {
  readonly id: Id;
  readonly kennzeichen: string;
  readonly titel: string;
  readonly path: readonly Id[];
}

// Positions of one report; a larger plan is asked for branch by branch.
const MOST_POSITIONS = 10_000;

const POSITIONS = `
  WITH RECURSIVE up AS (
    SELECT id, parent_id FROM aktenplaneinheit WHERE id = $1
    UNION ALL SELECT e.id, e.parent_id FROM aktenplaneinheit e JOIN up ON up.parent_id = e.id),
  down AS (
    SELECT e.id, e.kennzeichen, e.titel,
           coalesce((SELECT array_agg(id) FROM up WHERE id <> $1), '{}') || e.id AS path
      FROM aktenplaneinheit e WHERE CASE WHEN $1::uuid IS NULL THEN e.parent_id IS NULL ELSE e.id = $1 END
    UNION ALL
    SELECT e.id, e.kennzeichen, e.titel, d.path || e.id FROM aktenplaneinheit e JOIN down d ON e.parent_id = d.id)
  SELECT id, kennzeichen, titel, path FROM down ORDER BY kennzeichen LIMIT ${MOST_POSITIONS}`;

/**
 * What a person sees in a part of the Aktenplan, or somebody who is a member of a unit and nothing else: per position the
 * right that is inherited there, how many Akten lie in it, and how many of them can be seen.
 */
export async function loadReport(tx: Transaction, query: PathValues): Promise<AccessReport | Rejection> {
  const [person, unit, part = null] = [query['person'], query['unit'], query['einheit']];
  if ([person, unit, part].some((id) => id && !isId(id)) || (!person && !unit)) {
    return reject('platform.invalidInput', { fields: 'person, unit, einheit' });
  }
  return tx.asSystem(async (all) => {
    const holder = person ? await loadHolder(all, person) : await memberOf(all, unit ?? '');
    if (!holder) return reject('platform.notFound');
    const positions = await all.query<PositionRow>(POSITIONS, [part]);
    const book = await loadRuleBook(all, tx.clock.today(), await loadHolders(all));
    const akten = await countAkten(all, person ?? null);
    const rows = positions.map(({ id, kennzeichen, titel, path }): AccessReportRow => {
      const right: AccessRight | null = rightOf(book, holder, { path, protectedAkteId: null, stufe: 'offen' });
      const { count, visible } = akten.get(id) ?? { count: 0, visible: 0 };
      return { kennzeichen, titel, right, akten: count, visibleAkten: person ? visible : right ? count : 0 };
    });
    return { subject: holder.name, day: tx.clock.today(), rows };
  });
}

/** The report as a file for a spreadsheet. */
export async function* reportLines({ rows }: AccessReport): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}Kennzeichen;Titel;Recht;Akten;sichtbar\r\n`;
  for (const { kennzeichen, titel, right, akten, visibleAkten } of rows) {
    yield await Promise.resolve(csvLine([kennzeichen, titel, right ?? '', akten, visibleAkten]));
  }
}

/** Somebody of whom only the unit is known: no role, no name in any rule, what everybody is cleared for. */
async function memberOf(all: Transaction, unitId: Id): Promise<(Holder & { name: string }) | null> {
  const [row] = await all.query<{ code: string; name: string }>(`SELECT code, name FROM unit WHERE id = $1`, [unitId]);
  const { units } = await loadNames(all);
  if (!row) return null;
  const clearance = 'nurFuerDenDienstgebrauch';
  return { id: '', name: units.get(unitId) ?? row.name, unitId, unitCode: row.code, roles: [], clearance };
}

/** Akten by position, and how many of them the person sees, counted class by class. */
async function countAkten(all: Transaction, personId: Id | null): Promise<Map<Id, { count: number; visible: number }>> {
  const levels = personId ? await levelsOf(all, personId, all.clock.today()) : '';
  const rows = await all.query<{ id: Id; count: number; visible: number }>(
    `SELECT aktenplaneinheit_id AS id, count(*)::int AS count,
            count(*) FILTER (WHERE substring($1::bytea FROM access_class FOR 1) > '4')::int AS visible
       FROM akte GROUP BY aktenplaneinheit_id`,
    [Buffer.from(levels)],
  );
  return new Map(rows.map(({ id, count, visible }) => [id, { count, visible }]));
}

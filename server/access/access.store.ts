import type { AccessPlace, AccessRight, AccessSubject, Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { RIGHTS, type AccessRule } from './access.js';

const RULE = `r.id, r.level, r.aktenplaneinheit_id AS "einheitId", r.akte_id AS "akteId", r.subject,
  r.unit_id AS "unitId", r.role, r.person_id AS "personId"`;

interface RuleRow {
  id: Id;
  level: number;
  einheitId: Id | null;
  akteId: Id | null;
  subject: AccessSubject['kind'];
  unitId: Id | null;
  role: string | null;
  personId: Id | null;
}

/** Adds a rule. False where the place has one for this subject already. */
export async function insertRule(
  queries: Queries,
  { id, place, subject, right }: AccessRule,
  by: { mandantId: Id; name: string; at: Date },
): Promise<boolean> {
  const inserted = await queries.query(
    `INSERT INTO access_rule (id, mandant_id, aktenplaneinheit_id, akte_id, subject, unit_id, role, person_id, level,
                              granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      by.mandantId,
      place.kind === 'aktenplaneinheit' ? place.id : null,
      place.kind === 'akte' ? place.id : null,
      subject.kind,
      subject.kind === 'unit' ? subject.id : null,
      subject.kind === 'role' ? subject.role : null,
      subject.kind === 'person' ? subject.id : null,
      RIGHTS.indexOf(right) + 1,
      by.name,
      by.at,
    ],
  );
  return inserted.length > 0;
}

/** A rule, locked; null for an unknown one. */
export async function lockRule(queries: Queries, id: Id): Promise<AccessRule | null> {
  const [row] = await queries.query<RuleRow>(`SELECT ${RULE} FROM access_rule r WHERE r.id = $1 FOR UPDATE`, [id]);
  return row ? toRule(row) : null;
}

/** Every rule of the Mandant, or those of one Akte. */
export async function loadRules(queries: Queries, akteId: Id | null = null): Promise<AccessRule[]> {
  const rows = await queries.query<RuleRow>(
    `SELECT ${RULE} FROM access_rule r WHERE $1::uuid IS NULL OR r.akte_id = $1 ORDER BY r.id`,
    [akteId],
  );
  return rows.map(toRule);
}

/** The rules that lie at exactly this place, locked, so that of two people who withdraw the last ones one waits. */
export async function lockRulesAt(queries: Queries, place: AccessPlace): Promise<AccessRule[]> {
  const rows = await queries.query<RuleRow>(
    `SELECT ${RULE} FROM access_rule r
      WHERE r.aktenplaneinheit_id IS NOT DISTINCT FROM $1 AND r.akte_id IS NOT DISTINCT FROM $2
      ORDER BY r.id FOR UPDATE`,
    [place.kind === 'aktenplaneinheit' ? place.id : null, place.kind === 'akte' ? place.id : null],
  );
  return rows.map(toRule);
}

export async function deleteRule(queries: Queries, id: Id): Promise<void> {
  await queries.query(`DELETE FROM access_rule WHERE id = $1`, [id]);
}

export async function deleteRulesOfAkte(queries: Queries, akteId: Id): Promise<void> {
  await queries.query(`DELETE FROM access_rule WHERE akte_id = $1`, [akteId]);
}

/** Positions at the top of the Aktenplan: whoever manages all of them manages the whole. */
export async function rootEinheiten(queries: Queries): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(`SELECT id FROM aktenplaneinheit WHERE parent_id IS NULL`);
  return rows.map(({ id }) => id);
}

export interface LockedAkte {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly version: number;
  readonly protected: boolean;
}

/** The Akte, locked until the end of the transaction; null for an unknown or invisible one. */
export async function lockAkte(queries: Queries, id: Id): Promise<LockedAkte | null> {
  const [row] = await queries.query<LockedAkte>(
    `SELECT id, aktenzeichen, version, protected FROM akte WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Inheritance stops, or begins again; returns the new version. */
export async function saveProtection(queries: Queries, akteId: Id, isProtected: boolean): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE akte SET protected = $2, version = version + 1 WHERE id = $1 RETURNING version`,
    [akteId, isProtected],
  );
  return row?.version ?? 0;
}

/** Version and Stufe of a record, locked; null for an unknown or invisible one. */
export async function lockClassified(
  queries: Queries,
  kind: 'akte' | 'vorgang',
  id: Id,
): Promise<{ version: number; stufe: Vertraulichkeitsstufe } | null> {
  const [row] = await queries.query<{ version: number; stufe: Vertraulichkeitsstufe }>(
    `SELECT version, vertraulichkeitsstufe AS stufe FROM ${kind} WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function saveStufe(
  queries: Queries,
  kind: 'akte' | 'vorgang',
  id: Id,
  stufe: Vertraulichkeitsstufe,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE ${kind} SET vertraulichkeitsstufe = $2, version = version + 1 WHERE id = $1 RETURNING version`,
    [id, stufe],
  );
  return row?.version ?? 0;
}

export async function insertTemporaryRight(
  queries: Queries,
  given: { id: Id; mandantId: Id; personId: Id; vorgangId: Id; until: Day; reason: string; by: string; at: Date },
): Promise<void> {
  await queries.query(
    `INSERT INTO temporary_right (id, mandant_id, person_id, vorgang_id, until_day, reason, granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [given.id, given.mandantId, given.personId, given.vorgangId, given.until, given.reason, given.by, given.at],
  );
}

/** A right on time, locked; null for an unknown one and one of a Vorgang that the person does not see. */
export async function lockTemporaryRight(
  queries: Queries,
  id: Id,
): Promise<{ vorgangId: Id; person: string; ended: boolean } | null> {
  const [row] = await queries.query<{ vorgangId: Id; person: string; ended: boolean }>(
    `SELECT t.vorgang_id AS "vorgangId", p.name AS person, t.ended_at IS NOT NULL AS ended
       FROM temporary_right t JOIN person p ON p.id = t.person_id WHERE t.id = $1 FOR UPDATE OF t`,
    [id],
  );
  return row ?? null;
}

export async function saveTemporaryRightEnded(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE temporary_right SET ended_at = $2 WHERE id = $1`, [id, at]);
}

export async function insertVertretung(
  queries: Queries,
  given: { id: Id; mandantId: Id; personId: Id; deputyId: Id; part: Id | null; from: Day; until: Day },
): Promise<void> {
  await queries.query(
    `INSERT INTO vertretung (id, mandant_id, person_id, deputy_id, aktenplaneinheit_id, from_day, until_day)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [given.id, given.mandantId, given.personId, given.deputyId, given.part, given.from, given.until],
  );
}

export async function lockVertretung(queries: Queries, id: Id): Promise<{ personId: Id; ended: boolean } | null> {
  const [row] = await queries.query<{ personId: Id; ended: boolean }>(
    `SELECT person_id AS "personId", ended_at IS NOT NULL AS ended FROM vertretung WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function saveVertretungEnded(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE vertretung SET ended_at = $2 WHERE id = $1`, [id, at]);
}

/** Returns what the person was cleared for before; null for an unknown one. */
export async function saveClearance(
  queries: Queries,
  personId: Id,
  stufe: Vertraulichkeitsstufe,
): Promise<Vertraulichkeitsstufe | null> {
  const [row] = await queries.query<{ before: Vertraulichkeitsstufe }>(
    `UPDATE person p SET clearance = $2 FROM (SELECT id, clearance FROM person WHERE id = $1 FOR UPDATE) old
      WHERE p.id = old.id RETURNING old.clearance AS before`,
    [personId, stufe],
  );
  return row?.before ?? null;
}

function toRule(row: RuleRow): AccessRule {
  return {
    id: row.id,
    right: RIGHTS[row.level - 1] as AccessRight,
    place: row.akteId
      ? { kind: 'akte', id: row.akteId }
      : row.einheitId
        ? { kind: 'aktenplaneinheit', id: row.einheitId }
        : { kind: 'plan' },
    subject: subjectOf(row),
  };
}

function subjectOf({ subject, unitId, role, personId }: RuleRow): AccessSubject {
  if (subject === 'unit' && unitId) return { kind: 'unit', id: unitId };
  if (subject === 'role' && role) return { kind: 'role', role: role as never };
  if (subject === 'person' && personId) return { kind: 'person', id: personId };
  return { kind: 'house' };
}

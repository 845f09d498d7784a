import { loadAbsences } from '../access/absence.queries.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { AufgabeRow, AufgabeView, Id } from '../contract/views.js';
import type { Role } from '../contract/permissions.js';
import type { Examination } from '../contract/examination.js';
import { loadRegister } from '../dokument/register.queries.js';
import { listColleagues } from '../identity/identity.queries.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { historyOf } from '../protokoll/history.js';
import { pruefFindings } from '../rechnung/pruef-findings.js';
import { mayOpen, mayReceive } from './aufgabe.js';
import { absentOne } from './lock-workable.js';
import { stepsOf } from './steps.js';

const ROW = `a.id, a.version, a.art, a.titel, a.schritt, v.aktenzeichen, a.frist, a.created_at AS "createdAt",
  NOT EXISTS (SELECT 1 FROM aufgabe_read r WHERE r.aufgabe_id = a.id AND r.person_id = $1) AS unread,
  a.reminded_at IS NOT NULL AS reminded, a.betrag_cent AS "betragCent",
  (SELECT json_build_object('id', p.id, 'name', p.name, 'unit', u.code || ' ' || u.name)
     FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.id = a.assignee_id) AS assignee,
  (SELECT count(*)::int FROM dokument d WHERE d.vorgang_id = a.vorgang_id AND d.place = 'register') AS attachments`;

type SqlRow = Omit<AufgabeRow, 'createdAt' | 'betragCent' | 'vertretungFuer'> & {
  createdAt: Date;
  betragCent: string | null;
  vertretungFuer?: AufgabeRow['vertretungFuer'];
};

// Overdue first, then by Frist, then by age: what a careful person would take next.
const ORDER = `a.frist NULLS LAST, a.created_at, a.id`;

const MINE = `a.assignee_id = $1`;
const OF_GROUP = `a.assignee_id IS NULL AND a.candidate_role = ANY($2) AND (a.unit_id IS NULL OR a.unit_id = $3)`;

/** An open Aufgabe `a` of the Akte `k` is one of an absent person `x`, and neither the person's own nor of their group. */
const ABSENT = `jsonb_to_recordset($4::jsonb)
  AS x (nr int, id uuid, name text, "unitId" uuid, roles text[], positions uuid[])`;
const OF_ABSENT = `(x.positions IS NULL OR k.aktenplaneinheit_id = ANY(x.positions))
  AND (a.assignee_id = x.id OR (a.assignee_id IS NULL AND a.candidate_role = ANY(x.roles)
                                AND (a.unit_id IS NULL OR a.unit_id = x."unitId")))
  AND NOT coalesce((${MINE}) OR (${OF_GROUP}), false)`;

export type AufgabenList = 'meine' | 'gruppe' | 'vertretung';

/**
 * The inbox of the acting person: what is theirs, what anybody of their group may take, or what lies with those whom they
 * stand in for today.
 */
export async function loadInbox(
  tx: Transaction,
  list: AufgabenList,
): Promise<{ items: AufgabeRow[]; counts: Record<AufgabenList, number> }> {
  const person = personOf(tx);
  const vertretung = await inVertretung(tx);
  if (list === 'vertretung') return { items: vertretung, counts: await countsOf(tx, vertretung.length) };
  const parameters = [person.id, person.roles, person.unitId];
  const rows = await tx.query<SqlRow>(
    `SELECT ${ROW} FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
      WHERE a.state = 'offen' AND ${list === 'meine' ? MINE : OF_GROUP} ORDER BY ${ORDER} LIMIT 2000`,
    list === 'meine' ? [person.id] : parameters,
  );
  return { items: rows.map(toRow), counts: await countsOf(tx, vertretung.length) };
}

async function countsOf(tx: Transaction, vertretung: number): Promise<Record<AufgabenList, number>> {
  const person = personOf(tx);
  const [counts] = await tx.query<{ meine: number; gruppe: number }>(
    `SELECT count(*) FILTER (WHERE ${MINE})::int AS meine, count(*) FILTER (WHERE ${OF_GROUP})::int AS gruppe
       FROM aufgabe a WHERE a.state = 'offen'`,
    [person.id, person.roles, person.unitId],
  );
  return { ...(counts ?? { meine: 0, gruppe: 0 }), vertretung };
}

/** Open Aufgaben of those whom the person stands in for; without a Vertretung, nothing is asked. */
async function inVertretung(tx: Transaction): Promise<AufgabeRow[]> {
  const person = personOf(tx);
  const absences = await loadAbsences(tx, person.id, tx.clock.today());
  if (absences.length === 0) return [];
  const rows = await tx.query<SqlRow>(
    `SELECT ${ROW}, f.fuer AS "vertretungFuer"
       FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
       JOIN LATERAL (SELECT json_build_object('id', x.id, 'name', x.name) AS fuer
                       FROM akte k, ${ABSENT} WHERE k.id = a.akte_id AND ${OF_ABSENT} ORDER BY x.nr LIMIT 1) f ON true
      WHERE a.state = 'offen' ORDER BY ${ORDER} LIMIT 2000`,
    [person.id, person.roles, person.unitId, JSON.stringify(absences.map((absent, nr) => ({ ...absent, nr })))],
  );
  return rows.map(toRow);
}

/** All open Aufgaben of one Vorgang, whoever they lie with. */
export async function aufgabenOfVorgang(tx: Transaction, vorgangId: Id): Promise<AufgabeRow[]> {
  const rows = await tx.query<SqlRow>(
    `SELECT ${ROW} FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
      WHERE a.vorgang_id = $2 AND a.state = 'offen' ORDER BY ${ORDER}`,
    [personOf(tx).id, vorgangId],
  );
  return rows.map(toRow);
}

interface Details {
  state: AufgabeView['state'];
  frage: AufgabeView['frage'];
  form: AufgabeView['form'];
  data: AufgabeView['data'];
  handover: AufgabeView['handover'];
  instanceKey: string | null;
  elementId: string | null;
  candidateRole: Role | null;
  assigneeId: Id | null;
  unitId: Id | null;
  completedBy: Id | null;
  vorgangId: Id;
  vorgang: AufgabeView['vorgang'];
  examination: Examination | null;
}

/** One Aufgabe with everything beside it. Opening it marks it as read. */
export async function loadAufgabe(tx: Transaction, id: Id): Promise<AufgabeView | Rejection> {
  const person = personOf(tx);
  const [row] = await tx.query<SqlRow & Details>(
    `SELECT ${ROW}, a.state, a.frage, a.form, a.data, a.handover, a.instance_key AS "instanceKey",
            a.element_id AS "elementId", a.candidate_role AS "candidateRole", a.assignee_id AS "assigneeId",
            a.unit_id AS "unitId", a.completed_by AS "completedBy", a.vorgang_id AS "vorgangId",
            json_build_object('id', v.id, 'version', v.version, 'betreff', v.betreff, 'akteId', v.akte_id) AS vorgang,
            (SELECT e.examination FROM eingang e WHERE e.vorgang_id = v.id ORDER BY e.received_at LIMIT 1) AS examination
       FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id WHERE a.id = $2`,
    [person.id, id],
  );
  const own = row ? mayOpen(row, person) : false;
  const fuer = row && !own && row.state === 'offen' ? await absentOne(tx, row) : null;
  if (!row || !(own || fuer)) return reject('platform.notFound');
  await tx.query(
    `INSERT INTO aufgabe_read (mandant_id, aufgabe_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [tx.mandantId, id, person.id],
  );
  const { instanceKey, elementId, candidateRole, ...rest } = row;
  const { assigneeId: _a, unitId: _u, completedBy: _c, vorgangId: _v, ...view } = rest;
  const colleagues = await listColleagues(tx);
  const receivers = colleagues.filter(
    (colleague) => colleague.id !== person.id && mayReceive({ candidateRole }, colleague),
  );
  return {
    ...view,
    ...toRow({ ...row, vertretungFuer: fuer && { id: fuer.id, name: fuer.name } }),
    dokumente: await loadRegister(tx, row.vorgang.id),
    findings: await pruefFindings(tx, row.vorgang.id, row.examination),
    history: await historyOf(tx, row.vorgang.id),
    steps: await stepsOf(tx, instanceKey, elementId),
    recipients: receivers.map(({ id: personId, name, unit }) => ({ id: personId, name, unit })),
    processInstanceKey: instanceKey,
  };
}

function toRow(row: SqlRow): AufgabeRow {
  const { id, version, art, titel, schritt, aktenzeichen, frist, unread, reminded, assignee, attachments } = row;
  return {
    id,
    version,
    art,
    titel,
    schritt,
    aktenzeichen,
    frist,
    unread,
    reminded,
    assignee,
    attachments,
    vertretungFuer: row.vertretungFuer ?? null,
    createdAt: row.createdAt.toISOString(),
    betragCent: row.betragCent === null ? null : Number(row.betragCent),
  };
}

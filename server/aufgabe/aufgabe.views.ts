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
import { stepsOf } from './steps.js';

const ROW = `a.id, a.version, a.art, a.titel, a.schritt, v.aktenzeichen, a.frist, a.created_at AS "createdAt",
  NOT EXISTS (SELECT 1 FROM aufgabe_read r WHERE r.aufgabe_id = a.id AND r.person_id = $1) AS unread,
  a.reminded_at IS NOT NULL AS reminded, a.betrag_cent AS "betragCent",
  (SELECT json_build_object('id', p.id, 'name', p.name, 'unit', u.code || ' ' || u.name)
     FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.id = a.assignee_id) AS assignee,
  (SELECT count(*)::int FROM dokument d WHERE d.vorgang_id = a.vorgang_id AND d.place = 'register') AS attachments`;

type SqlRow = Omit<AufgabeRow, 'createdAt' | 'betragCent'> & { createdAt: Date; betragCent: string | null };

// Overdue first, then by Frist, then by age: what a careful person would take next.
const ORDER = `a.frist NULLS LAST, a.created_at, a.id`;

const MINE = `a.assignee_id = $1`;
const OF_GROUP = `a.assignee_id IS NULL AND a.candidate_role = ANY($2) AND (a.unit_id IS NULL OR a.unit_id = $3)`;

/** The inbox of the acting person: what is theirs, or what anybody of their group may take. */
export async function loadInbox(
  tx: Transaction,
  list: 'meine' | 'gruppe',
): Promise<{ items: AufgabeRow[]; counts: { meine: number; gruppe: number } }> {
  const person = personOf(tx);
  const parameters = [person.id, person.roles, person.unitId];
  const rows = await tx.query<SqlRow>(
    `SELECT ${ROW} FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
      WHERE a.state = 'offen' AND ${list === 'meine' ? MINE : OF_GROUP} ORDER BY ${ORDER} LIMIT 2000`,
    list === 'meine' ? [person.id] : parameters,
  );
  const [counts] = await tx.query<{ meine: number; gruppe: number }>(
    `SELECT count(*) FILTER (WHERE ${MINE})::int AS meine, count(*) FILTER (WHERE ${OF_GROUP})::int AS gruppe
       FROM aufgabe a WHERE a.state = 'offen'`,
    parameters,
  );
  return { items: rows.map(toRow), counts: counts ?? { meine: 0, gruppe: 0 } };
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
  vorgang: AufgabeView['vorgang'];
  examination: Examination | null;
}

/** One Aufgabe with everything beside it. Opening it marks it as read. */
export async function loadAufgabe(tx: Transaction, id: Id): Promise<AufgabeView | Rejection> {
  const person = personOf(tx);
  const [row] = await tx.query<SqlRow & Details>(
    `SELECT ${ROW}, a.state, a.frage, a.form, a.data, a.handover, a.instance_key AS "instanceKey",
            a.element_id AS "elementId", a.candidate_role AS "candidateRole", a.assignee_id AS "assigneeId",
            a.unit_id AS "unitId", a.completed_by AS "completedBy",
            json_build_object('id', v.id, 'version', v.version, 'betreff', v.betreff, 'akteId', v.akte_id) AS vorgang,
            (SELECT e.examination FROM eingang e WHERE e.vorgang_id = v.id ORDER BY e.received_at LIMIT 1) AS examination
       FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id WHERE a.id = $2`,
    [person.id, id],
  );
  if (!row || !mayOpen(row, person)) return reject('platform.notFound');
  await tx.query(
    `INSERT INTO aufgabe_read (mandant_id, aufgabe_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [tx.mandantId, id, person.id],
  );
  const { instanceKey, elementId, candidateRole, assigneeId: _a, unitId: _u, completedBy: _c, ...view } = row;
  const colleagues = await listColleagues(tx);
  const receivers = colleagues.filter(
    (colleague) => colleague.id !== person.id && mayReceive({ candidateRole }, colleague),
  );
  return {
    ...view,
    ...toRow(row),
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
    createdAt: row.createdAt.toISOString(),
    betragCent: row.betragCent === null ? null : Number(row.betragCent),
  };
}

import { reject, type Rejection } from '../contract/rejections.js';
import type { AufgabeRow, AufgabeView, Id } from '../contract/views.js';
import type { Role } from '../contract/permissions.js';
import type { Examination } from '../contract/examination.js';
import { loadRegister } from '../dokument/register.queries.js';
import { laufwegOfAufgabe, stepsOfLaufweg } from '../laufweg/aufgabe-laufweg.views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { historyOf } from '../protokoll/history.js';
import { pruefFindings } from '../rechnung/pruef-findings.js';
import { mayOpen } from './aufgabe.js';
import { FROM_ROW, ROW, toRow, type SqlRow } from './aufgabe-rows.js';
import { absentOne } from './lock-workable.js';
import { hasRecipient } from './recipients.views.js';
import { stepsOf } from './steps.js';

// Overdue first, then by Frist, then by age: what a careful person would take next.
const ORDER = `a.frist NULLS LAST, a.created_at, a.id`;

/** All open Aufgaben of one Vorgang, whoever they lie with. */
export async function aufgabenOfVorgang(tx: Transaction, vorgangId: Id): Promise<AufgabeRow[]> {
  const rows = await tx.query<SqlRow>(
    `SELECT ${ROW} FROM ${FROM_ROW}
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

/**
 * One Aufgabe with everything beside it.
 * @param reading opening it marks it as read; whoever only reads ahead has not seen it yet
 */
export async function loadAufgabe(
  tx: Transaction,
  id: Id,
  reading: 'opened' | 'ahead' = 'opened',
): Promise<AufgabeView | Rejection> {
  const person = personOf(tx);
  const [row] = await tx.query<SqlRow & Details>(
    `SELECT ${ROW}, a.state, a.frage, a.form, a.data, a.handover, a.instance_key AS "instanceKey",
            a.element_id AS "elementId", a.candidate_role AS "candidateRole", a.assignee_id AS "assigneeId",
            a.unit_id AS "unitId", a.completed_by AS "completedBy", a.vorgang_id AS "vorgangId",
            json_build_object('id', v.id, 'version', v.version, 'betreff', v.betreff, 'akteId', v.akte_id) AS vorgang,
            (SELECT e.examination FROM eingang e WHERE e.vorgang_id = v.id ORDER BY e.received_at LIMIT 1) AS examination
       FROM ${FROM_ROW} WHERE a.id = $2`,
    [person.id, id],
  );
  const own = row ? mayOpen(row, person) : false;
  const fuer = row && !own && row.state === 'offen' ? await absentOne(tx, row) : null;
  if (!row || !(own || fuer)) return reject('platform.notFound');
  if (reading === 'opened') {
    const opened = await tx.query(
      `INSERT INTO aufgabe_read (mandant_id, aufgabe_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
       RETURNING aufgabe_id`,
      [tx.mandantId, id, person.id],
    );
    if (opened.length > 0) tx.changed('notification', person.id);
  }
  const { instanceKey, elementId, candidateRole, ...rest } = row;
  const { assigneeId: _a, unitId: _u, completedBy: _c, vorgangId: _v, ...view } = rest;
  const laufweg = await laufwegOfAufgabe(tx, id);
  return {
    ...view,
    ...toRow({ ...row, vertretungFuer: fuer && { id: fuer.id, name: fuer.name } }),
    dokumente: await loadRegister(tx, row.vorgang.id),
    findings: await pruefFindings(tx, row.vorgang.id, row.examination),
    history: await historyOf(tx, row.vorgang.id),
    steps: laufweg ? await stepsOfLaufweg(tx, laufweg.laufwegId, id) : await stepsOf(tx, instanceKey, elementId),
    laufweg,
    recipients: (await hasRecipient(tx, candidateRole)) ? 'some' : 'none',
    processInstanceKey: instanceKey,
  };
}

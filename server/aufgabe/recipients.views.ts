import type { RecipientPage } from '../contract/aufgaben-views.js';
import type { Role } from '../contract/permissions.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { findColleagues } from '../identity/find-colleagues.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { mayOpen } from './aufgabe.js';
import { absentOne } from './lock-workable.js';

/** Whether anybody else has the role. */
export async function hasRecipient(tx: Transaction, role: Role | null): Promise<boolean> {
  if (role === null) return false;
  const [row] = await tx.query<{ some: boolean }>(
    `SELECT EXISTS (SELECT FROM person p JOIN person_role r ON r.person_id = p.id
                     WHERE p.id <> $1 AND p.active AND p.kind = 'person' AND r.role = $2) AS some`,
    [personOf(tx).id, role],
  );
  return row?.some ?? false;
}

/** To whom an Aufgabe may be handed, found by what was typed of the name or the unit. */
export async function loadRecipients(
  tx: Transaction,
  aufgabeId: Id,
  typed: string,
  after: string,
): Promise<RecipientPage | Rejection> {
  const role = await roleOf(tx, aufgabeId);
  return role === null
    ? reject('platform.notFound')
    : findColleagues(tx, { except: personOf(tx).id, role, typed, after });
}

/** The role that an Aufgabe asks for; null where there is none that the person may open. */
async function roleOf(tx: Transaction, aufgabeId: Id): Promise<Role | null> {
  const [row] = await tx.query<Parameters<typeof mayOpen>[0] & Parameters<typeof absentOne>[1]>(
    `SELECT assignee_id AS "assigneeId", candidate_role AS "candidateRole", unit_id AS "unitId",
            completed_by AS "completedBy", vorgang_id AS "vorgangId" FROM aufgabe WHERE id = $1`,
    [aufgabeId],
  );
  if (!row) return null;
  return mayOpen(row, personOf(tx)) || (await absentOne(tx, row)) ? row.candidateRole : null;
}

import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { areaOf } from '../identity/transfer-area.js';
import type { Transaction } from '../platform/transaction.js';
import { lockAufgabe } from './lock-aufgabe.js';
import type { Aufgabe } from './aufgabe.js';

/**
 * Condition on the Aufgabe `a`: whoever coordinates the area ($1: code of their unit, or null for the whole house) may
 * distribute it. It lies with one of the area's people, or with a group of one of its units; what a group of the whole house
 * has is nobody's to distribute but the house's.
 */
export const IN_WORK_AREA = `($1::text IS NULL OR EXISTS (
  SELECT FROM unit u WHERE u.id = coalesce((SELECT p.unit_id FROM person p WHERE p.id = a.assignee_id), a.unit_id)
     AND (u.code = $1 OR starts_with(u.code, $1 || '.'))))`;

/** The open Aufgabe, locked, if the acting person may distribute it. One of another area looks like none. */
export async function lockInWorkArea(tx: Transaction, aufgabeId: Id): Promise<Aufgabe | Rejection> {
  const aufgabe = await lockAufgabe(tx, aufgabeId);
  if (!aufgabe || !(await isInWorkArea(tx, aufgabeId))) return reject('platform.notFound');
  if (aufgabe.state === 'erledigt') return reject('aufgabe.alreadyDone');
  return aufgabe.state === 'entfallen' ? reject('aufgabe.withdrawn') : aufgabe;
}

async function isInWorkArea(tx: Transaction, aufgabeId: Id): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM aufgabe a WHERE a.id = $2 AND ${IN_WORK_AREA}`, [
    await areaOf(tx),
    aufgabeId,
  ]);
  return rows.length > 0;
}

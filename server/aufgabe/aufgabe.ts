import { UNIT_BOUND_ROLES, type Role } from '../contract/permissions.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { AufgabeArt, Id } from '../contract/views.js';

/** What a person has to do: usually made by a BPMN user task, sometimes by hand. */
export interface Aufgabe {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly dokumentId: Id | null;
  readonly art: AufgabeArt;
  readonly titel: { de: string; en: string };
  readonly schritt: { de: string; en: string };
  readonly assigneeId: Id | null;
  readonly candidateRole: Role | null;
  readonly unitId: Id | null;
  readonly state: 'offen' | 'erledigt' | 'entfallen';
  readonly form: Record<string, unknown> | null;
  readonly jobKey: string | null;
  readonly instanceKey: string | null;
  readonly version: number;
}

interface Worker {
  readonly id: Id;
  readonly unitId: Id;
  readonly roles: readonly Role[];
}

/** Whether the person may work on it: it is theirs, or it is nobody's yet and they have the role (in that unit). */
export function mayWork(aufgabe: Pick<Aufgabe, 'assigneeId' | 'candidateRole' | 'unitId'>, person: Worker): boolean {
  if (aufgabe.assigneeId !== null) return aufgabe.assigneeId === person.id;
  if (aufgabe.candidateRole === null || !person.roles.includes(aufgabe.candidateRole)) return false;
  return aufgabe.unitId === null || aufgabe.unitId === person.unitId;
}

/**
 * Whom of these absent people the work on an Aufgabe at this position would be done for: whose it is, or whose group has it.
 * A Vertretung lends what unit and role give, on the part of the Aktenplan that it is limited to.
 */
export function standsInFor<Absent extends Worker & { readonly positions: readonly Id[] | null }>(
  aufgabe: Pick<Aufgabe, 'assigneeId' | 'candidateRole' | 'unitId'>,
  position: Id | null,
  absences: readonly Absent[],
): Absent | null {
  const covers = ({ positions }: Absent) => positions === null || (position !== null && positions.includes(position));
  return absences.find((absent) => covers(absent) && mayWork(aufgabe, absent)) ?? null;
}

/**
 * Whether the person may open it: theirs, of their group (whoever has taken it), or done by them. Everybody else sees in
 * the Vorgang that it exists, and with whom it lies.
 */
export function mayOpen(
  aufgabe: Pick<Aufgabe, 'assigneeId' | 'candidateRole' | 'unitId'> & { readonly completedBy: Id | null },
  person: Worker,
): boolean {
  if (aufgabe.assigneeId === person.id || aufgabe.completedBy === person.id) return true;
  return mayWork({ ...aufgabe, assigneeId: null }, person);
}

/**
 * The Aufgabe, if it is open, unchanged since `version`, and this person's to work on; else why not.
 * @param version `any` for what changes nothing of the Aufgabe itself
 */
export function workable(aufgabe: Aufgabe | null, person: Worker, version: number | 'any'): Aufgabe | Rejection {
  if (!aufgabe) return reject('platform.notFound');
  if (aufgabe.state === 'erledigt') return reject('aufgabe.alreadyDone');
  if (aufgabe.state === 'entfallen') return reject('aufgabe.withdrawn');
  if (!mayWork(aufgabe, person)) return reject('aufgabe.notYours');
  if (version !== 'any' && aufgabe.version !== version) return reject('platform.stale');
  return aufgabe;
}

/** Whether an Aufgabe may be handed to this person: whoever has the role it asks for, in whatever unit. */
export function mayReceive(aufgabe: Pick<Aufgabe, 'candidateRole'>, person: Pick<Worker, 'roles'>): boolean {
  return aufgabe.candidateRole !== null && person.roles.includes(aufgabe.candidateRole);
}

/** The unit that an Aufgabe for `role` is bound to, given the unit with the Federführung. */
export function unitFor(role: Role | null, federfuehrungId: Id): Id | null {
  return role !== null && UNIT_BOUND_ROLES.includes(role) ? federfuehrungId : null;
}

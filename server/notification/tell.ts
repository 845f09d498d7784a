import type { NotificationKind } from '../contract/notification-views.js';
import type { Permission, Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { insertNotification, peopleOfVorgang } from './notification.store.js';

/** An Aufgabe as far as it says who has to hear of it. */
export interface ToldAufgabe {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly assigneeId: Id | null;
  readonly candidateRole: Role | null;
  readonly unitId: Id | null;
}

/** An Aufgabe has come into the inbox: its person hears of it, or the group that may take it. */
export async function tellNew(tx: Transaction, aufgabe: ToldAufgabe): Promise<void> {
  if (aufgabe.assigneeId) await tellPerson(tx, 'new', aufgabe.assigneeId, aufgabe.vorgangId, aufgabe.id);
  else await tellGroup(tx, aufgabe);
}

/**
 * An Aufgabe goes from one hand into another: both hear of it.
 * @param aufgabe as it was before
 * @param toId null: it goes back to its group
 */
export async function tellHandedOver(tx: Transaction, aufgabe: ToldAufgabe, toId: Id | null): Promise<void> {
  await tellTaken(tx, aufgabe);
  if (toId) await tellPerson(tx, 'handed', toId, aufgabe.vorgangId, aufgabe.id);
  else await tellGroup(tx, aufgabe);
}

/** An Aufgabe is not its person's any more; of one that nobody had nobody has to hear. */
export async function tellTaken(
  tx: Transaction,
  aufgabe: Pick<ToldAufgabe, 'id' | 'vorgangId' | 'assigneeId'>,
): Promise<void> {
  if (aufgabe.assigneeId) await tellPerson(tx, 'taken', aufgabe.assigneeId, aufgabe.vorgangId, aufgabe.id);
}

/** A Laufweg has come to its end: whoever has sent it hears of it. */
export async function tellCirculated(tx: Transaction, vorgangId: Id, initiatorId: Id): Promise<void> {
  await tellPerson(tx, 'circulated', initiatorId, vorgangId, null);
}

/** Another Mandant asks for help: all hear of it who may accept it, until one of them has or it is refused or taken back. */
export async function tellAsked(tx: Transaction, ersuchenId: Id): Promise<void> {
  const to = { kind: 'asked', personId: null, audience: RECEIVERS } as const;
  await insertNotification(tx, { ...to, vorgangId: null, aufgabeId: null, ersuchenId });
}

/** An Ersuchen is accepted by the other Mandant: whoever has asked hears of it. */
export async function tellAccepted(tx: Transaction, vorgangId: Id, askedById: Id): Promise<void> {
  await tellPerson(tx, 'accepted', askedById, vorgangId, null);
}

/** What became of a Vorgang: all hear of it who have worked on it, whether the actor sees them or not. */
export async function tellPeopleOf(
  tx: Transaction,
  kind: Extract<NotificationKind, 'refused' | 'closed'>,
  vorgangId: Id,
): Promise<void> {
  const people = await tx.asSystem((all) => peopleOfVorgang(all, vorgangId));
  for (const personId of people) await tellPerson(tx, kind, personId, vorgangId, null);
}

/** Nobody is told of what they have done themselves. */
async function tellPerson(
  tx: Transaction,
  kind: NotificationKind,
  personId: Id,
  vorgangId: Id,
  aufgabeId: Id | null,
): Promise<void> {
  if (tx.actor.kind === 'person' && tx.actor.id === personId) return;
  await insertNotification(tx, { kind, personId, audience: personId, vorgangId, aufgabeId });
  tx.changed('notification', personId);
}

/** The group hears of it by the change of the Aufgabe itself. */
async function tellGroup(tx: Transaction, { id, vorgangId, candidateRole, unitId }: ToldAufgabe): Promise<void> {
  if (!candidateRole) return;
  const audience = groupOf(candidateRole, unitId);
  await insertNotification(tx, { kind: 'new', personId: null, audience, vorgangId, aufgabeId: id });
}

/** All whose roles give them the permission to accept an Ersuchen: one row for them, whatever their role and unit. */
export const RECEIVERS: Permission = 'ersuchen.receive';

/** A group as the rights of a person name it: `role@unit`, or `role@` for the role in all units. */
export function groupOf(role: Role, unitId: Id | null): string {
  return `${role}@${unitId ?? ''}`;
}

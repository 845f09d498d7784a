import type { AccessPlace, AccessRight, AccessSubject, Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Role } from '../contract/permissions.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';

/** From what everybody may see to what hardly anybody may. */
export const STUFEN: readonly Vertraulichkeitsstufe[] = [
  'offen',
  'nurFuerDenDienstgebrauch',
  'vertraulich',
  'geheim',
  'strengGeheim',
];

export const RIGHTS: readonly AccessRight[] = ['read', 'work', 'manage'];

export interface AccessRule {
  readonly id: Id;
  readonly place: AccessPlace;
  readonly subject: AccessSubject;
  readonly right: AccessRight;
}

/** A person as far as rules speak of persons. */
export interface Holder {
  readonly id: Id;
  readonly unitId: Id;
  readonly unitCode: string;
  readonly roles: readonly Role[];
  readonly clearance: Vertraulichkeitsstufe;
}

/** Who stands in for whom today, on the whole Aktenplan (`part` null) or a part of it. */
export interface Vertretung {
  readonly personId: Id;
  readonly deputyId: Id;
  readonly part: Id | null;
  readonly until: Day;
}

/** A record as far as rules speak of records. */
export interface RecordPlace {
  /** Positions from the top of the Aktenplan down to that of the Akte. */
  readonly path: readonly Id[];
  /** The Akte, where it is protected: only its own rules count then. */
  readonly protectedAkteId: Id | null;
  readonly stufe: Vertraulichkeitsstufe;
}

/** Everything that the rules of an office are made of. */
export interface RuleBook {
  readonly rules: readonly AccessRule[];
  /** Code of each unit: a rule for 20 also speaks of 20.31. */
  readonly unitCodes: ReadonlyMap<Id, string>;
  readonly holders: ReadonlyMap<Id, Holder>;
  /** Only those in force. */
  readonly vertretungen: readonly Vertretung[];
}

/** One rule that gives a person a right on a record; through whom, where the person is a deputy. */
export interface Reason {
  readonly rule: AccessRule;
  readonly standsInFor: Id | null;
}

/** Whether the person is cleared for what the record is classified as. Nobody is cleared by standing in for somebody. */
export function isCleared(holder: Holder, record: Pick<RecordPlace, 'stufe'>): boolean {
  return STUFEN.indexOf(record.stufe) <= STUFEN.indexOf(holder.clearance);
}

/** Every rule that gives this person something on this record, the strongest right first. Clearance is not asked here. */
export function reasonsFor(book: RuleBook, holder: Holder, record: RecordPlace): Reason[] {
  const own = rulesOf(book, holder, record, 'inPerson').map((rule): Reason => ({ rule, standsInFor: null }));
  const lent = book.vertretungen
    .filter(({ deputyId, part }) => deputyId === holder.id && (part === null || record.path.includes(part)))
    .flatMap(({ personId }) => {
      const absent = book.holders.get(personId);
      const rules = absent ? rulesOf(book, absent, record, 'byOffice') : [];
      return rules.map((rule): Reason => ({ rule, standsInFor: personId }));
    });
  return [...own, ...lent].sort((one, other) => RIGHTS.indexOf(other.rule.right) - RIGHTS.indexOf(one.rule.right));
}

/** The right that rules and clearance give; null: the person does not see the record by them. */
export function rightOf(book: RuleBook, holder: Holder, record: RecordPlace): AccessRight | null {
  return isCleared(holder, record) ? (reasonsFor(book, holder, record)[0]?.rule.right ?? null) : null;
}

/**
 * Whether there is still somebody who may manage, where these rules alone would count. A place whose rights nobody can
 * change any more would need an administrator with SQL.
 */
export function requireManager(rules: readonly Pick<AccessRule, 'right'>[]): Rejection | null {
  return rules.some(({ right }) => right === 'manage') ? null : reject('access.nobodyLeft');
}

function rulesOf(book: RuleBook, holder: Holder, record: RecordPlace, as: 'inPerson' | 'byOffice'): AccessRule[] {
  return book.rules.filter(({ place, subject }) => covers(place, record) && names(book, subject, holder, as));
}

/** Inheritance goes down the Aktenplan and only adds; a protected Akte inherits nothing. */
function covers(place: AccessPlace, { path, protectedAkteId }: RecordPlace): boolean {
  if (protectedAkteId !== null) return place.kind === 'akte' && place.id === protectedAkteId;
  return place.kind === 'plan' || (place.kind === 'aktenplaneinheit' && path.includes(place.id));
}

function names(book: RuleBook, subject: AccessSubject, holder: Holder, as: 'inPerson' | 'byOffice'): boolean {
  switch (subject.kind) {
    case 'house':
      return true;
    case 'role':
      return holder.roles.includes(subject.role);
    case 'unit': {
      const code = book.unitCodes.get(subject.id);
      return subject.id === holder.unitId || (code !== undefined && holder.unitCode.startsWith(`${code}.`));
    }
    case 'person':
      // What was given by name stays with the name: a deputy does not see the absent person's own Akten.
      return as === 'inPerson' && subject.id === holder.id;
  }
}

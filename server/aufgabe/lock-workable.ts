import { loadAbsences, type Absence } from '../access/absence.queries.js';
import { positionOf } from '../akte/akte.queries.js';
import { isRejection, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { mayWork, standsInFor, workable, type Aufgabe } from './aufgabe.js';
import { lockAufgabe } from './lock-aufgabe.js';

/** An Aufgabe that the acting person may work on. */
export interface WorkableAufgabe {
  readonly aufgabe: Aufgabe;
  /** Whom the person stands in for by this; null where the Aufgabe is their own. */
  readonly fuer: Absence | null;
}

/**
 * The Aufgabe, locked, if this person may work on it now: in their own right, or for somebody whom they stand in for
 * today. Every act on an Aufgabe begins here, so that a Vertretung that has ended ends in all of them at once.
 */
export async function lockWorkable(
  tx: Transaction,
  aufgabeId: Id,
  version: number | 'any',
): Promise<WorkableAufgabe | Rejection> {
  const person = personOf(tx);
  const found = await lockAufgabe(tx, aufgabeId);
  const fuer = found && !mayWork(found, person) ? await absentOne(tx, found) : null;
  const aufgabe = workable(found, fuer ?? person, version);
  return isRejection(aufgabe) ? aufgabe : { aufgabe, fuer };
}

/** Whom the acting person stands in for today on this Aufgabe; null for nobody. */
export async function absentOne(
  tx: Transaction,
  aufgabe: Pick<Aufgabe, 'assigneeId' | 'candidateRole' | 'unitId' | 'vorgangId'>,
): Promise<Absence | null> {
  const absences = await loadAbsences(tx, personOf(tx).id, tx.clock.today());
  if (absences.length === 0) return null;
  return standsInFor(aufgabe, await positionOf(tx, aufgabe.vorgangId), absences);
}

/** What the history adds to a sentence where it was done for somebody else. */
export function inVertretung(sentence: Sentence, fuer: Pick<Absence, 'name'> | null): Sentence {
  if (!fuer) return sentence;
  return { de: `${sentence.de} (in Vertretung für ${fuer.name})`, en: `${sentence.en} (standing in for ${fuer.name})` };
}

/** Field of the Protokoll that names whom it was done for; nothing where it was done in one's own right. */
export function standingInFor(fuer: Pick<Absence, 'id'> | null): { readonly fuer?: Id } {
  return fuer ? { fuer: fuer.id } : {};
}

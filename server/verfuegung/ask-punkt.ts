import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import type { Role } from '../contract/permissions.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { findColleague } from '../identity/identity.queries.js';
import { roleFor } from '../laufweg/four-eyes.js';
import type { Transaction } from '../platform/transaction.js';
import { punktForm } from './punkt-form.js';
import { subjectOf } from './verfuegung.queries.js';
import { savePunktAufgabe, type PunktRow, type Verfuegung } from './verfuegung.store.js';
import { aufgabeQuestion, aufgabeTitle, stepOf } from './words.js';

/** Who has the Aufgabe of „z. d. A.“ where whoever ordered has left: those who work on the Vorgang. */
const SUCCESSOR: Role = 'sachbearbeitung';

/**
 * Puts the Aufgabe of a point into the inbox of whoever it goes to; a Vermerk asks nobody. A Wiedervorlage is an Aufgabe like the
 * others that its person has put aside until the day.
 *
 * @param orderer name under which it is asked
 */
export async function askPunkt(
  tx: Transaction,
  verfuegung: Pick<Verfuegung, 'vorgangId' | 'orderedOn' | 'dokumentId'>,
  punkt: PunktRow,
  orderer: { readonly id: Id; readonly name: string },
): Promise<Rejection | null> {
  const { art, text, day } = punkt;
  if (art === 'vermerk') return null;
  const { vorgangId, dokumentId, orderedOn } = verfuegung;
  const personId = art === 'zdA' ? orderer.id : punkt.personId;
  const created = await createAufgabe(tx, {
    ...{ vorgangId, dokumentId, art: art === 'zdA' ? 'zda' : 'bearbeitung' },
    titel: aufgabeTitle(art, await subjectOf(tx, vorgangId, dokumentId)),
    schritt: stepOf(orderedOn),
    frage: aufgabeQuestion(art, text, orderer.name),
    assigneeId: personId,
    // Of a named person: who else it could be handed to.
    candidateRole: personId === null ? punkt.role : await roleOf(tx, personId),
    unitId: punkt.unitId,
    frist: art === 'zwV' ? day : null,
    ...(art === 'wv' && { wiedervorlage: day }),
    ...{ form: art === 'zdA' ? null : punktForm(art), data: {}, betragCent: null, job: null },
  });
  if (isRejection(created)) return created;
  await savePunktAufgabe(tx, punkt.id, created.aufgabeId);
  return null;
}

async function roleOf(tx: Transaction, personId: Id): Promise<Role> {
  const person = await findColleague(tx, personId);
  return (person && roleFor(person, 'kenntnisnahme')) ?? SUCCESSOR;
}

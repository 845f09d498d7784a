import type { ActInput } from '../../../server/contract/acts.js';
import type { AssignTarget } from '../../../server/contract/acts/posteingang.js';
import type { EingangKind } from '../../../server/contract/examination.js';
import type { EingangView, FilingProposal } from '../../../server/contract/views.js';
import { dayOf } from '../../locale/format.js';

/** A place chosen by hand in the Aktenplan, with the words that name it. */
export interface ChosenPlace {
  readonly target: FilingProposal['target'];
  readonly aktenzeichen: string;
  readonly betreff: string;
}

/** The filing card as the person sees it: everything that assignEingang needs. */
export interface Filing {
  /** Position in the proposals, or the place chosen by hand. */
  readonly place: number | ChosenPlace;
  readonly betreff: string;
  readonly letterDate: string;
  /** How the field of the date stands: what is no day blocks the filing instead of being left out in silence. */
  readonly letterDay: 'right' | 'wrong';
  /** Title of the new Akte; null as long as it is the proposed one, which changes with the place. */
  readonly akteBetreff: string | null;
  /** Title of the new Vorgang; unused for an existing one. */
  readonly vorgangBetreff: string;
  readonly processId: string;
  /** What it is and from whom, as proposed or as the person says. */
  readonly kind: EingangKind;
  readonly sender: string;
}

/** The card as it opens: the first proposal, title and date as found by the examination. */
export function openFiling(eingang: EingangView): Filing {
  const proposal = eingang.proposals[0];
  return {
    place: 0,
    betreff: eingang.title,
    letterDate: eingang.examination?.letterDate ?? '',
    letterDay: 'right',
    akteBetreff: null,
    vorgangBetreff: eingang.title,
    processId: processFor(eingang, proposal),
    kind: eingang.suggested?.kind.value ?? 'schreiben',
    sender: eingang.suggested?.sender.value ?? eingang.sender,
  };
}

/** What was said, without the choice among proposals that are gone. */
export function withoutChoice({ place: _place, processId: _process, ...typed }: Partial<Filing>): Partial<Filing> {
  return typed;
}

/** The process of the proposal; an invoice without one still goes the way of invoices, wherever it is filed. */
export function processFor(eingang: EingangView, proposal: FilingProposal | undefined): string {
  return proposal?.processId ?? (eingang.examination?.kind === 'rechnung' ? 'rechnungsfreigabe' : '');
}

/** Where the filing points to; null while nothing is chosen. */
export function placeOf(filing: Filing, proposals: readonly FilingProposal[]): ChosenPlace | null {
  return typeof filing.place === 'number' ? (proposals[filing.place] ?? null) : filing.place;
}

/** An Akte holds the Vorgaenge of a matter, not one letter: it is named by its position in the Aktenplan and its year. */
export function akteBetreffOf(filing: Filing, place: ChosenPlace, eingang: Pick<EingangView, 'receivedAt'>): string {
  return filing.akteBetreff ?? `${place.betreff} ${dayOf(eingang.receivedAt).slice(0, 4)}`;
}

export type FilingFault = 'place' | 'betreff' | 'letterDate' | 'akteBetreff' | 'vorgangBetreff';

/** What is missing on the card, all of it; empty means that it can be filed. */
export function faultsOf(filing: Filing, proposals: readonly FilingProposal[]): FilingFault[] {
  const place = placeOf(filing, proposals);
  const faults: FilingFault[] = [];
  if (!place) faults.push('place');
  if (filing.betreff.trim() === '') faults.push('betreff');
  if (filing.letterDay === 'wrong') faults.push('letterDate');
  if (place?.target.kind === 'aktenplaneinheit' && filing.akteBetreff?.trim() === '') faults.push('akteBetreff');
  if (place && place.target.kind !== 'vorgang' && filing.vorgangBetreff.trim() === '') faults.push('vorgangBetreff');
  return faults;
}

/** Input of the act; null while something is missing. */
export function toInput(filing: Filing, eingang: EingangView): ActInput<'posteingang.assignEingang'> | null {
  const place = placeOf(filing, eingang.proposals);
  if (!place || faultsOf(filing, eingang.proposals).length > 0) return null;
  return {
    eingangId: eingang.id,
    version: eingang.version,
    target: targetOf(place.target, akteBetreffOf(filing, place, eingang).trim(), filing.vorgangBetreff.trim()),
    betreff: filing.betreff.trim(),
    letterDate: filing.letterDate === '' ? null : filing.letterDate,
    processId: filing.processId === '' ? null : filing.processId,
    kind: filing.kind,
    sender: filing.sender.trim(),
  };
}

function targetOf(target: FilingProposal['target'], akteBetreff: string, vorgangBetreff: string): AssignTarget {
  if (target.kind === 'vorgang') return target;
  if (target.kind === 'akte') return { ...target, vorgangBetreff };
  return { ...target, akteBetreff, vorgangBetreff };
}

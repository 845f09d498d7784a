import type { ActInput } from '../../../server/contract/acts.js';
import type { AssignTarget } from '../../../server/contract/act-types.js';
import type { EingangView, FilingProposal } from '../../../server/contract/views.js';

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
  /** Titles of what is made new; unused for an existing Vorgang. */
  readonly vorgangBetreff: string;
  readonly processId: string;
}

/** The card as it opens: the first proposal, title and date as found by the examination. */
export function openFiling(eingang: EingangView): Filing {
  const proposal = eingang.proposals[0];
  return {
    place: 0,
    betreff: eingang.title,
    letterDate: eingang.examination?.letterDate ?? '',
    vorgangBetreff: eingang.title,
    processId: processFor(eingang, proposal),
  };
}

/** The process of the proposal; an invoice without one still goes the way of invoices, wherever it is filed. */
export function processFor(eingang: EingangView, proposal: FilingProposal | undefined): string {
  return proposal?.processId ?? (eingang.examination?.kind === 'rechnung' ? 'rechnungsfreigabe' : '');
}

/** Where the filing points to; null while nothing is chosen. */
export function placeOf(filing: Filing, proposals: readonly FilingProposal[]): ChosenPlace | null {
  return typeof filing.place === 'number' ? (proposals[filing.place] ?? null) : filing.place;
}

export type FilingFault = 'place' | 'betreff' | 'vorgangBetreff';

/** What is missing on the card, all of it; empty means that it can be filed. */
export function faultsOf(filing: Filing, proposals: readonly FilingProposal[]): FilingFault[] {
  const place = placeOf(filing, proposals);
  const faults: FilingFault[] = [];
  if (!place) faults.push('place');
  if (filing.betreff.trim() === '') faults.push('betreff');
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
    target: targetOf(place.target, filing.vorgangBetreff.trim()),
    betreff: filing.betreff.trim(),
    letterDate: filing.letterDate === '' ? null : filing.letterDate,
    processId: filing.processId === '' ? null : filing.processId,
  };
}

function targetOf(target: FilingProposal['target'], betreff: string): AssignTarget {
  if (target.kind === 'vorgang') return target;
  if (target.kind === 'akte') return { ...target, vorgangBetreff: betreff };
  return { ...target, akteBetreff: betreff, vorgangBetreff: betreff };
}

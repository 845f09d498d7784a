import type { ActInput } from '../contract/acts.js';
import type { Examination } from '../contract/examination.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { FilingProposal, Id } from '../contract/views.js';
import type { Eingang } from './eingang.js';
import type { SuggestedFacts } from '../contract/eingang-views.js';

/** Where a certain proposal points to: a position of the Aktenplan is never certain. */
export interface CertainPlace {
  readonly kind: 'vorgang' | 'akte';
  readonly id: Id;
}

/** The first proposal, if it is certain, with its place; null where a person has to look. */
export function certainOf(
  proposals: readonly FilingProposal[],
): { readonly place: CertainPlace; readonly reasons: readonly Sentence[]; readonly proposal: FilingProposal } | null {
  const [proposal] = proposals;
  if (proposal?.confidence !== 'sicher' || proposal.target.kind === 'aktenplaneinheit') return null;
  const { target, reasons } = proposal;
  const id = target.kind === 'vorgang' ? target.vorgangId : target.akteId;
  return { place: { kind: target.kind, id }, reasons, proposal };
}

/** What an Eingang is like at the moment when it shall be filed without a person looking at it. */
export interface CertainFacts {
  readonly eingang: Pick<Eingang, 'id' | 'state' | 'fileName' | 'version'>;
  readonly examination: Examination;
  readonly proposals: readonly FilingProposal[];
  readonly suggested: SuggestedFacts;
  /** How many earlier ones it may be again. */
  readonly duplicates: number;
}

/**
 * How it is filed: as the filing card would file it if somebody only said yes. Nothing less certain than what the person has read
 * in the list: another place, a doubt, a suspicion of a duplicate, and it waits for a look.
 */
export function certainFiling(
  { eingang, examination, proposals, suggested, duplicates }: CertainFacts,
  expected: CertainPlace,
): ActInput<'posteingang.assignEingang'> | Rejection {
  if (eingang.state === 'klaerung') return reject('posteingang.inKlaerung');
  if (duplicates > 0) return reject('posteingang.maybeDuplicate');
  const certain = certainOf(proposals);
  if (!certain) return reject('posteingang.notCertain');
  const { place, proposal } = certain;
  if (place.kind !== expected.kind || place.id !== expected.id) {
    return reject('posteingang.otherPlace', { aktenzeichen: proposal.aktenzeichen });
  }
  const betreff = (examination.title || eingang.fileName).trim();
  return {
    eingangId: eingang.id,
    version: eingang.version,
    target:
      place.kind === 'vorgang'
        ? { kind: 'vorgang', vorgangId: place.id }
        : { kind: 'akte', akteId: place.id, vorgangBetreff: betreff },
    betreff,
    letterDate: examination.letterDate,
    processId: proposal.processId ?? (examination.kind === 'rechnung' ? 'rechnungsfreigabe' : null),
    kind: suggested.kind.value,
    sender: suggested.sender.value.trim(),
  };
}

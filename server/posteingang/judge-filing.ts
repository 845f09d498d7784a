import type { AssignTarget } from '../contract/acts/posteingang.js';
import type { SuggestedFacts } from '../contract/eingang-views.js';
import type { EingangKind } from '../contract/examination.js';
import type { Sentence } from '../contract/rejections.js';
import type { FilingProposal } from '../contract/views.js';

/** What was proposed for an Eingang when it was filed, as it is kept. */
export interface ProposedFiling {
  readonly places: readonly { readonly aktenzeichen: string; readonly reasons: readonly Sentence[] }[];
  readonly kind: EingangKind;
  readonly sender: string;
}

/** What was proposed, and which of the places was taken: 1 for the first, null where it is another one. */
export function judgeFiling(
  proposals: readonly FilingProposal[],
  suggested: SuggestedFacts,
  target: AssignTarget,
): { readonly proposed: ProposedFiling; readonly taken: number | null } {
  const index = proposals.findIndex((proposal) => idOf(proposal.target) === idOf(target));
  return {
    proposed: {
      places: proposals.map(({ aktenzeichen, reasons }) => ({ aktenzeichen, reasons })),
      kind: suggested.kind.value,
      sender: suggested.sender.value,
    },
    taken: index < 0 ? null : index + 1,
  };
}

function idOf(target: FilingProposal['target'] | AssignTarget): string {
  switch (target.kind) {
    case 'vorgang':
      return target.vorgangId;
    case 'akte':
      return target.akteId;
    case 'aktenplaneinheit':
      return target.aktenplaneinheitId;
  }
}

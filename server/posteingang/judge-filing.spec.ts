import type { SuggestedFacts } from '../contract/eingang-views.js';
import type { FilingProposal } from '../contract/views.js';
import { judgeFiling } from './judge-filing.js';

const reasons = [{ de: 'gleicher Absender', en: 'same sender' }];
const proposal = (aktenzeichen: string, target: FilingProposal['target']): FilingProposal => ({
  ...{ aktenzeichen, target, reasons },
  ...{ confidence: 'pruefen', betreff: '', processId: null },
});
const proposals = [
  proposal('20.31-0001/2026', { kind: 'akte', akteId: 'a' }),
  proposal('20.31.05', { kind: 'aktenplaneinheit', aktenplaneinheitId: 'e' }),
];
const suggested = { kind: { value: 'antrag' }, sender: { value: 'Muster KG' } } as SuggestedFacts;

describe('judgeFiling', () => {
  it('does not count another Vorgang of the proposed Akte as taken', () => {
    expect(judgeFiling(proposals, suggested, { kind: 'vorgang', vorgangId: 'v' }).taken).toBeNull();
  });

  it('counts from one, however the place was found', () => {
    const target = { kind: 'aktenplaneinheit', aktenplaneinheitId: 'e', akteBetreff: '', vorgangBetreff: '' } as const;
    expect(judgeFiling(proposals, suggested, target).taken).toBe(2);
    expect(judgeFiling(proposals, suggested, { kind: 'akte', akteId: 'a', vorgangBetreff: '' }).taken).toBe(1);
  });

  it('keeps everything that was proposed, with its reasons', () => {
    expect(judgeFiling(proposals, suggested, { kind: 'vorgang', vorgangId: 'v' }).proposed).toEqual({
      places: [
        { aktenzeichen: '20.31-0001/2026', reasons },
        { aktenzeichen: '20.31.05', reasons },
      ],
      kind: 'antrag',
      sender: 'Muster KG',
    });
  });
});

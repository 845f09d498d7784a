import type { ShareableDokument } from '../../../server/contract/akteneinsicht-views.js';
import { Decisions } from './decisions.js';

const dokument = (id: string, betreff: string, redactedId: string | null = null): ShareableDokument => ({
  ...{ id, vorgang: '20.31/1', nummer: 1, betreff, date: null, mime: 'application/pdf', redactedId },
});

function opened(): Decisions {
  const decisions = new Decisions();
  decisions.dokumente.set([dokument('a', 'Antrag'), dokument('b', 'Gutachten', 'r'), dokument('c', 'Vermerk')]);
  return decisions;
}

describe('the decisions of a package', () => {
  it('are open until each is taken', () => {
    const decisions = opened();
    expect([decisions.open(), decisions.choices()]).toEqual([3, []]);
  });

  it('offer „geschwärzt“ for all only where there is something redacted', () => {
    const decisions = opened();
    decisions.decideShown('redacted');
    expect(decisions.choices()).toMatchObject([{ dokumentId: 'b', share: 'redacted', reason: null }]);
  });

  it('hold for what is shown, and name a reason only for what is left out', () => {
    const decisions = opened();
    decisions.decideShown('whole');
    decisions.query.set('20.31 verm');
    decisions.decideShown('leftOut');
    decisions.decide('c', { paragraph: ' § 9 IFG NRW ' });
    expect(decisions.open()).toBe(0);
    expect(decisions.choices()).toMatchObject([
      { dokumentId: 'a', share: 'whole', reason: null, paragraph: '' },
      { dokumentId: 'b', share: 'whole' },
      { dokumentId: 'c', share: 'leftOut', reason: 'dritte', paragraph: '§ 9 IFG NRW' },
    ]);
  });
});

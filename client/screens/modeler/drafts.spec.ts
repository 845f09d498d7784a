import { dropDraft, keepDraft, keptDraft } from './drafts.js';

describe('keptDraft', () => {
  afterEach(() => localStorage.clear());

  it('has none where nothing was kept, and none of what it cannot read', () => {
    expect(keptDraft('p')).toBeNull();
    localStorage.setItem('laufmappe.model.p', '{"xml":3');
    expect(keptDraft('p')).toBeNull();
    localStorage.setItem('laufmappe.model.p', '{"xml":3}');
    expect(keptDraft('p')).toBeNull();
  });

  it('gives a draft back until it is dropped', () => {
    keepDraft('p', { xml: '<a/>', base: 6 });
    expect(keptDraft('p')).toEqual({ xml: '<a/>', base: 6 });
    dropDraft('p');
    expect(keptDraft('p')).toBeNull();
  });
});

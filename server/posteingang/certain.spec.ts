import type { Examination } from '../contract/examination.js';
import type { FilingProposal } from '../contract/views.js';
import { certainFiling, certainOf, type CertainFacts } from './certain.js';

const sure: FilingProposal = {
  confidence: 'sicher',
  aktenzeichen: '20.31.05-0001/2026',
  betreff: 'Kreishaus',
  reasons: [{ de: 'gleicher Absender', en: 'same sender' }],
  target: { kind: 'akte', akteId: 'a-1' },
  processId: 'rechnungsfreigabe',
};
const facts: CertainFacts = {
  eingang: { id: 'e-1', state: 'geprueft', fileName: 'rechnung.xml', version: 2 },
  examination: { title: ' Rechnung RE-88 ', letterDate: '2026-11-20', kind: 'rechnung' } as Examination,
  proposals: [sure],
  suggested: {
    sender: { value: 'Muster KG', reason: { de: '', en: '' } },
    kind: { value: 'rechnung', reason: { de: '', en: '' } },
  },
  duplicates: 0,
};
const place = { kind: 'akte', id: 'a-1' } as const;

describe('certainOf', () => {
  it('finds nothing certain where nothing is proposed, where a person has to look, and in a position of the Aktenplan', () => {
    expect(certainOf([])).toBeNull();
    expect(certainOf([{ ...sure, confidence: 'pruefen' }])).toBeNull();
    const position: FilingProposal = { ...sure, target: { kind: 'aktenplaneinheit', aktenplaneinheitId: 'p-1' } };
    expect(certainOf([position])).toBeNull();
  });

  it('believes the first proposal alone, however certain a later one is', () => {
    expect(certainOf([{ ...sure, confidence: 'pruefen' }, sure])).toBeNull();
    expect(certainOf([sure])).toMatchObject({ place, reasons: sure.reasons });
  });
});

describe('certainFiling', () => {
  it.each([
    ['what somebody has set aside', { eingang: { ...facts.eingang, state: 'klaerung' } }, 'posteingang.inKlaerung'],
    ['what may be a duplicate', { duplicates: 1 }, 'posteingang.maybeDuplicate'],
    ['what has no proposal any more', { proposals: [] }, 'posteingang.notCertain'],
    ['what is less certain now', { proposals: [{ ...sure, confidence: 'pruefen' }, sure] }, 'posteingang.notCertain'],
  ] as const)('refuses %s', (_name, own, code) => {
    expect(certainFiling({ ...facts, ...own }, place)).toMatchObject({ code });
  });

  it('refuses another place than the one that was read, and names it', () => {
    const named: FilingProposal = { ...sure, target: { kind: 'vorgang', vorgangId: 'v-1' }, aktenzeichen: '20/01' };
    expect(certainFiling({ ...facts, proposals: [named, sure] }, place)).toMatchObject({
      code: 'posteingang.otherPlace',
      message: { de: expect.stringContaining('20/01') },
    });
    expect(certainFiling(facts, { kind: 'akte', id: 'a-2' })).toMatchObject({ code: 'posteingang.otherPlace' });
  });

  it('files as the card would if somebody only said yes', () => {
    expect(certainFiling(facts, place)).toEqual({
      ...{ eingangId: 'e-1', version: 2, betreff: 'Rechnung RE-88', letterDate: '2026-11-20' },
      target: { kind: 'akte', akteId: 'a-1', vorgangBetreff: 'Rechnung RE-88' },
      ...{ processId: 'rechnungsfreigabe', kind: 'rechnung', sender: 'Muster KG' },
    });
  });

  it('files in the Vorgang that is named, and calls a letter without a title by its file', () => {
    const proposals: FilingProposal[] = [{ ...sure, target: { kind: 'vorgang', vorgangId: 'v-1' }, processId: null }];
    const examination = { ...facts.examination, title: '', kind: 'schreiben' } as Examination;
    const filing = certainFiling({ ...facts, proposals, examination }, { kind: 'vorgang', id: 'v-1' });
    expect(filing).toMatchObject({
      target: { kind: 'vorgang', vorgangId: 'v-1' },
      betreff: 'rechnung.xml',
      processId: null,
    });
  });
});

import type { EingangView, FilingProposal } from '../../../server/contract/views.js';
import { akteBetreffOf, faultsOf, openFiling, placeOf, processFor, toInput } from './filing.js';

const proposal = (target: FilingProposal['target'], processId: string | null = null): FilingProposal => ({
  confidence: 'sicher',
  aktenzeichen: '20.31-0001',
  betreff: 'Rechnungen',
  reasons: [],
  target,
  processId,
});
const eingang = (proposals: readonly FilingProposal[]): EingangView =>
  ({
    id: 'e',
    version: 4,
    title: 'Rechnung 7',
    receivedAt: '2026-11-24T08:00:00Z',
    proposals,
    examination: { letterDate: '2026-11-20' },
    suggested: { kind: { value: 'rechnung' }, sender: { value: 'Muster KG' } },
  }) as unknown as EingangView;

describe('faultsOf', () => {
  it('names everything that is missing at once', () => {
    const filing = { ...openFiling(eingang([])), betreff: ' ' };
    expect(faultsOf(filing, [])).toEqual(['place', 'betreff']);
  });

  it('does not file while the date is none', () => {
    const filing = { ...openFiling(eingang([])), letterDay: 'wrong' as const };
    expect(faultsOf(filing, [proposal({ kind: 'vorgang', vorgangId: 'v' })])).toEqual(['letterDate']);
  });

  it('wants a title for a new Vorgang, not for an existing one', () => {
    const filing = { ...openFiling(eingang([])), vorgangBetreff: '' };
    expect(faultsOf(filing, [proposal({ kind: 'akte', akteId: 'a' })])).toEqual(['vorgangBetreff']);
    expect(faultsOf(filing, [proposal({ kind: 'vorgang', vorgangId: 'v' })])).toEqual([]);
  });
});

describe('akteBetreffOf', () => {
  const position = { ...proposal({ kind: 'aktenplaneinheit', aktenplaneinheitId: 'p' }), betreff: 'Gebäude' };

  it('never names an Akte after the first letter in it', () => {
    expect(akteBetreffOf(openFiling(eingang([position])), position, eingang([position]))).toBe('Gebäude 2026');
  });

  it('is what the person typed, and a fault when that is nothing', () => {
    const filing = (akteBetreff: string) => ({ ...openFiling(eingang([position])), akteBetreff });
    expect(toInput(filing('Rathaus'), eingang([position]))?.target).toMatchObject({ akteBetreff: 'Rathaus' });
    expect(faultsOf(filing(' '), [position])).toEqual(['akteBetreff']);
  });
});

describe('processFor', () => {
  const letter = (kind: string) => ({ ...eingang([]), examination: { kind } }) as unknown as EingangView;

  it('starts nothing for a letter without a proposal', () => {
    expect(processFor(letter('schreiben'), undefined)).toBe('');
  });

  it('sends an invoice the way of invoices, also without a proposal', () => {
    expect(processFor(letter('rechnung'), undefined)).toBe('rechnungsfreigabe');
    expect(processFor(letter('rechnung'), proposal({ kind: 'akte', akteId: 'a' }, 'anderer'))).toBe('anderer');
  });
});

describe('toInput', () => {
  it('has none while something is missing', () => {
    expect(toInput(openFiling(eingang([])), eingang([]))).toBeNull();
  });

  it('takes the first proposal with its process, and sends no date where there is none', () => {
    const item = eingang([proposal({ kind: 'vorgang', vorgangId: 'v' }, 'rechnungsfreigabe')]);
    expect(toInput({ ...openFiling(item), letterDate: '' }, item)).toEqual({
      eingangId: 'e',
      version: 4,
      target: { kind: 'vorgang', vorgangId: 'v' },
      betreff: 'Rechnung 7',
      letterDate: null,
      processId: 'rechnungsfreigabe',
      kind: 'rechnung',
      sender: 'Muster KG',
    });
  });

  it('prefers a place chosen by hand and names the Akte by the position and the Vorgang by the letter', () => {
    const target = { kind: 'aktenplaneinheit' as const, aktenplaneinheitId: 'p' };
    const item = eingang([proposal({ kind: 'vorgang', vorgangId: 'v' })]);
    const filing = { ...openFiling(item), place: { target, aktenzeichen: '20.31', betreff: 'Rechnungen' } };
    expect(placeOf(filing, item.proposals)?.aktenzeichen).toBe('20.31');
    expect(toInput(filing, item)?.target).toEqual({
      ...target,
      akteBetreff: 'Rechnungen 2026',
      vorgangBetreff: 'Rechnung 7',
    });
  });
});

import { rank, type PaletteEntry } from './rank.js';

const entry = (id: string, label: string, prefix?: string): PaletteEntry => ({
  id,
  label,
  section: '',
  ...(prefix ? { prefix } : {}),
});
const entries = [
  entry('go', 'Aufgaben'),
  entry('v1', 'Rechnung Ṟaḵīmov', '20.31.04-0418/01'),
  entry('v2', 'Rechnung Stadtwerke', '20.31.04-0419/01'),
];
const ids = (typed: string, uses = {}) => rank(entries, typed, uses).map((found) => found.id);

describe('rank', () => {
  it('finds nothing where one of the words is missing', () => {
    expect(ids('rechnung turnhalle')).toEqual([]);
  });

  it('finds names without their diacritics', () => {
    expect(ids('rakimov')).toEqual(['v1']);
  });

  it('finds an Aktenzeichen by its beginning', () => {
    expect(ids('20.31.04-0419')).toEqual(['v2']);
  });

  it('puts the entry first that was used more often', () => {
    expect(ids('rechnung', { v2: 5 })).toEqual(['v2', 'v1']);
  });
});

import type { AufgabeRow } from '../../../server/contract/views.js';
import { due, groupAufgaben, neighbour } from './group-aufgaben.js';

const WEDNESDAY = '2026-11-25';

function row(id: string, frist: string | null): AufgabeRow {
  const empty = { schritt: { de: '', en: '' }, aktenzeichen: '', createdAt: '', unread: false, reminded: false };
  return {
    ...empty,
    id,
    version: 1,
    art: 'pruefung',
    titel: { de: id, en: id },
    frist,
    assignee: null,
    betragCent: null,
    attachments: 0,
    vertretungFuer: null,
    wiedervorlage: null,
  };
}

describe('due', () => {
  it('is silent without a Frist', () => {
    expect(due(null, WEDNESDAY)).toEqual({ urgency: 'none', words: '' });
  });

  it('counts overdue days, one of them in the singular', () => {
    expect(due('2026-11-24', WEDNESDAY)).toEqual({ urgency: 'overdue', words: 'seit 1 Tag' });
    expect(due('2026-11-22', WEDNESDAY).words).toBe('seit 3 Tagen');
  });

  it('names today and tomorrow', () => {
    expect(due(WEDNESDAY, WEDNESDAY).words).toBe('heute');
    expect(due('2026-11-26', WEDNESDAY).words).toBe('morgen');
    expect(due('2026-12-01', WEDNESDAY).words).toBe('in 6 Tagen');
  });
});

describe('groupAufgaben', () => {
  const idsOf = (frists: readonly (string | null)[], today = WEDNESDAY) =>
    groupAufgaben(
      frists.map((frist, index) => row(String(index), frist)),
      today,
    ).map((group) => group.id);

  it('leaves out groups without rows', () => {
    expect(idsOf([])).toEqual([]);
    expect(idsOf([null])).toEqual(['none']);
  });

  it('ends the week on Sunday', () => {
    expect(idsOf(['2026-11-29'])).toEqual(['week']);
    expect(idsOf(['2026-11-30'])).toEqual(['later']);
    expect(idsOf(['2026-11-30'], '2026-11-29')).toEqual(['later']);
  });

  it('shows overdue rows first, whatever order they came in', () => {
    expect(idsOf([null, '2026-12-24', '2026-11-25', '2026-11-20'])).toEqual(['overdue', 'today', 'later', 'none']);
  });
});

describe('a list of which a part is loaded', () => {
  const counts = { overdue: 0, today: 1, week: 4, later: 900, none: 0 };
  const rows = [row('a', WEDNESDAY), row('b', '2026-12-24'), row('c', '2026-12-25')];
  const grouping = { by: 'frist', heading: '', counts, gone: new Set<string>() } as const;

  it('F110 says below each heading how many there are, not how many are loaded, and leaves out what has just gone', () => {
    const shown = groupAufgaben(rows, WEDNESDAY, { ...grouping, gone: new Set(['b']) });
    expect(shown.map(({ id, count, items }) => [id, count, items.length])).toEqual([
      ['today', 1, 1],
      ['later', 899, 1],
    ]);
  });

  it('F33 is one group where it is sorted by something else than days', () => {
    const shown = groupAufgaben(rows, WEDNESDAY, { ...grouping, by: 'order', heading: 'Nach Betrag' });
    expect(shown).toMatchObject([{ label: 'Nach Betrag', count: 905, items: rows }]);
  });

  it('F34 is grouped by the day of the Wiedervorlage, with what is back on top', () => {
    const aside = (id: string, day: string) => ({
      ...row(id, null),
      wiedervorlage: { day, art: 'erinnern', note: '' },
    });
    const put = [aside('a', '2026-11-20'), aside('b', WEDNESDAY), aside('c', '2026-11-27'), aside('d', '2027-01-04')];
    const shown = groupAufgaben(put as typeof rows, WEDNESDAY, { ...grouping, by: 'wiedervorlage', counts: null });
    expect(shown.map(({ id, items }) => [id, items.length])).toEqual([
      ['back', 2],
      ['week', 1],
      ['later', 1],
    ]);
  });
});

describe('neighbour', () => {
  it('has none in an empty list, nor when the only row goes', () => {
    expect(neighbour([], 'a')).toBeUndefined();
    expect(neighbour(['a'], 'a')).toBeUndefined();
  });

  it('is the row below, or above for the last', () => {
    expect(neighbour(['a', 'b', 'c'], 'b')).toBe('c');
    expect(neighbour(['a', 'b', 'c'], 'c')).toBe('b');
  });
});

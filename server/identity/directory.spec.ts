import { needsSecondFactor, placeOf, type GroupRow } from './directory.js';

const TABLE: readonly GroupRow[] = [
  { group: 'a', unit: '20.31', roles: ['sachbearbeitung'] },
  { group: 'b', unit: '20.21', roles: ['kasse'] },
  { group: 'c', unit: null, roles: ['mitzeichnung', 'sachbearbeitung'] },
];

describe('placeOf', () => {
  it.each([[[]], [['x']], [['A']], [['c']]])('gives nothing for %j', (groups) => {
    expect(placeOf(groups, TABLE)).toBeNull();
    expect(placeOf(groups, [])).toBeNull();
  });

  it('takes the unit of the first row, never roles of another unit, and those without one in addition', () => {
    expect(placeOf(['b', 'a', 'x'], TABLE)).toEqual({ unit: '20.31', roles: ['sachbearbeitung'] });
    expect(placeOf(['c', 'b'], TABLE)).toEqual({ unit: '20.21', roles: ['kasse', 'mitzeichnung', 'sachbearbeitung'] });
  });
});

describe('needsSecondFactor', () => {
  it('asks whoever has a role of the rule, or everybody', () => {
    expect(needsSecondFactor([], ['administration'])).toBe(false);
    expect(needsSecondFactor(['administration'], ['kasse'])).toBe(false);
    expect(needsSecondFactor(['administration'], ['kasse', 'administration'])).toBe(true);
    expect(needsSecondFactor('everyone', [])).toBe(true);
  });
});

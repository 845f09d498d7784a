import {
  akteAktenzeichen,
  countsByYear,
  DEFAULT_RULE,
  partAktenzeichen,
  ruleFaults,
  type AktenzeichenRule,
} from './aktenzeichen.js';

const faults = (own: Partial<AktenzeichenRule>) => ruleFaults({ ...DEFAULT_RULE, ...own }).map(({ code }) => code);

describe('Aktenzeichen', () => {
  it('is made of position, number and year, and of the running number of the Vorgang', () => {
    const akte = akteAktenzeichen(DEFAULT_RULE, { position: '20.31.05', nummer: 18, jahr: 2026 });
    expect([akte, partAktenzeichen(DEFAULT_RULE.vorgang, akte, 3)]).toEqual([
      '20.31.05-0018/2026',
      '20.31.05-0018/2026/03',
    ]);
  });
});

describe('the rule of an authority', () => {
  it.each([
    ['no number', { akte: '{position}/{jahr}' }, ['akte.ruleOnce']],
    ['no position', { akte: '{nummer}/{jahr}' }, ['akte.ruleOnce']],
    ['a place twice', { akte: '{position}-{nummer}-{nummer}' }, ['akte.ruleOnce']],
    ['an unknown place', { akte: '{position}-{nummer}-{monat}' }, ['akte.rulePlace']],
    ['a width of nothing', { akte: '{position}-{nummer:0}' }, ['akte.rulePlace']],
    ['a width that is no number', { akte: '{position}-{nummer:x}' }, ['akte.rulePlace']],
    ['places that touch each other', { akte: '{position}{nummer}' }, ['akte.ruleDivider']],
    ['a digit between places', { akte: '{position}-1{nummer}' }, ['akte.ruleDivider']],
    ['signs that no file name takes', { akte: '{position}-{nummer}*' }, ['akte.ruleLiteral']],
    ['an open brace', { akte: '{position}-{nummer}{' }, ['akte.ruleLiteral']],
    ['a Vorgang that does not begin with its Akte', { vorgang: 'V{nummer}-{akte}' }, ['akte.ruleBeginning']],
    ['nothing at all', { teilakte: '' }, ['akte.ruleOnce', 'akte.ruleOnce', 'akte.ruleBeginning']],
    [
      'everything wrong',
      { akte: '{nummer}{jahr}*', vorgang: '{akte}' },
      ['akte.ruleLiteral', 'akte.ruleOnce', 'akte.ruleDivider', 'akte.ruleOnce'],
    ],
  ])('F2 is refused with %s, all faults at once', (_, own, codes) => {
    expect(faults(own)).toEqual(codes);
  });

  it('passes in the forms that offices use', () => {
    for (const akte of [
      DEFAULT_RULE.akte,
      '{jahr}/{position}/{nummer:5}',
      'Az {position} - {nummer}',
      '{nummer}_{position}',
    ]) {
      expect(faults({ akte })).toEqual([]);
    }
  });

  it('counts by year only where it names the year', () => {
    expect([countsByYear(DEFAULT_RULE), countsByYear({ ...DEFAULT_RULE, akte: '{position}-{nummer}' })]).toEqual([
      true,
      false,
    ]);
  });
});

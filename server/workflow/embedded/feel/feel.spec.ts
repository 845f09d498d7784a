import { feelValue, missingNames, problemOf } from './feel.testing.js';

describe('parseFeel refuses', () => {
  it.each([
    ['', 'feel.syntax'],
    ['1 +', 'feel.syntax'],
    ['{', 'feel.syntax'],
    ['"offen', 'feel.syntax'],
    ['@"2026-02-30"', 'feel.syntax'],
    ['function(x) external { java: {} }', 'feel.unsupported'],
    ['x instance of fahrrad', 'feel.unsupported'],
    ['1e3', 'feel.unsupported'],
    ['gibt es nicht(1)', 'feel.unsupported'],
    ['contains("a")', 'feel.arguments'],
    ['string(wert: 1)', 'feel.arguments'],
    [`${'('.repeat(400)}1${')'.repeat(400)}`, 'feel.limit'],
    [`"${'a'.repeat(30_000)}"`, 'feel.limit'],
  ])('%p with %s', (source, code) => {
    expect(problemOf(source)?.code).toBe(code);
  });

  it('names the place of a syntax error in both languages', () => {
    expect(problemOf('betrag > ) 5')).toMatchObject({
      de: expect.stringContaining('nicht lesbar'),
      en: expect.stringContaining('cannot be read'),
    });
  });
});

describe('numbers are decimals of 34 digits', () => {
  it.each([
    ['0.1 + 0.2 = 0.3', true],
    ['100.10 * 3 = 300.30', true],
    ['sum([0.1, 0.2, 0.3]) = 0.6', true],
    ['123456789012345678 = 123456789012345679', false],
    ['string(123456789012345678 + 1)', '123456789012345679'],
    ['1 / 3 = 0.3333333333333333333333333333333333', true],
    ['decimal(2.5, 0)', 2],
    ['decimal(1.125, 2)', 1.12],
    ['round half up(12450.805 * 100, 0)', 1245081],
    ['floor(-1.5)', -2],
    ['ceiling(1.21, 1)', 1.3],
    ['modulo(-12, 5)', 3],
    ['2 ** 10', 1024],
    ['5 / 0', null],
    ['"a" + 1', null],
    ['-(3)', -3],
    ['number("1.234,56", ".", ",")', 1234.56],
    ['number("12x")', null],
  ])('%s is %p', (source, expected) => {
    expect(feelValue(source)).toEqual(expected);
  });
});

describe('what is unknown stays unknown', () => {
  it('reports the names that no scope has', () => {
    expect(missingNames('betrag > 5')).toEqual(['betrag']);
    expect(feelValue('betrag > 5')).toBeNull();
  });

  it.each(['betrag = null', 'is defined(betrag)', 'get or else(betrag, 5)', 'null != betrag', 'false and betrag > 5'])(
    'does not report a name that %s asks about',
    (source) => {
      expect(missingNames(source)).toEqual([]);
    },
  );

  it('uses three-valued logic', () => {
    expect(feelValue('null and false')).toBe(false);
    expect(feelValue('null or true')).toBe(true);
    expect(feelValue('null and true')).toBeNull();
    expect(feelValue('not(null)')).toBeNull();
  });

  it('has no order or equality between different types', () => {
    expect(feelValue('1 < "2"')).toBeNull();
    expect(feelValue('1 = "1"')).toBeNull();
    expect(feelValue('if null then 1 else 2')).toBe(2);
  });

  it('does not answer for the prototype of an object', () => {
    expect(feelValue('rechnung.constructor', { rechnung: {} })).toBeNull();
    expect(missingNames('toString = 1')).toEqual(['toString']);
  });
});

describe('expressions', () => {
  const data = {
    rechnung: { betragCent: 1245080, positionen: [{ preis: 100 }, { preis: 250 }] },
    namen: ['Adler', 'Brandt', 'Celik'],
    leer: [],
  };

  it.each([
    ['rechnung.betragCent > 500000', true],
    ['rechnung.betragCent > 500000 and not(contains("abc", "d"))', true],
    ['if rechnung.betragCent > 500000 then "zwei" else "eine"', 'zwei'],
    ['rechnung.positionen.preis', [100, 250]],
    ['rechnung.positionen[preis > 100]', [{ preis: 250 }]],
    ['rechnung.positionen[1].preis', 100],
    ['namen[-1]', 'Celik'],
    ['namen[string length(item) = 5 and date("2026-11-03") > date("2026-11-01")]', ['Adler', 'Celik']],
    ['[{count: 1}, {count: 2}][count = 2]', [{ count: 2 }]],
    ['[{count: [1, 2]}][count(count) = 2]', [{ count: [1, 2] }]],
    ['namen[item != "Adler"]', ['Brandt', 'Celik']],
    ['leer[1]', null],
    ['sum(rechnung.positionen.preis)', 350],
    ['5 in [1..5]', true],
    ['5 in [1..5)', false],
    ['5 in (1, 2, > 4)', true],
    ['"Adler" in namen', true],
    ['5 between 1 and 5', true],
    ['{a: 1, b: a + 1}.b', 2],
    ['{"mit Leerzeichen": 1}', { 'mit Leerzeichen': 1 }],
    ['for x in [1, 2], y in [10, 20] return x + y', [11, 21, 12, 22]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['(for i in 1..1500 return if i = 1 then 1 else partial[-1] + i)[1500]', 1_125_750],
    ['some x in namen satisfies starts with(x, "B")', true],
    ['every x in namen satisfies string length(x) = 5', false],
    ['append(namen, "Demir")', ['Adler', 'Brandt', 'Celik', 'Demir']],
    ['string join(namen, ", ")', 'Adler, Brandt, Celik'],
    ['substring("Müller🖂x", 7, 1)', '🖂'],
    ['upper case("größe")', 'GRÖSSE'],
    ['min(3, 1, 2)', 1],
    ['max([1, 4, 2])', 4],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['insert before([1, 2], 1, 0)', [0, 1, 2]],
    ['substring(string: "Akte", start position: 2)', 'kte'],
    ['"a\\u00e4\\n"', 'a\\u00e4\n'],
    ['// Kommentar\n1 /* auch */ + 1', 2],
    ['string([1, "a", {b: null}])', '[1, "a", {b:null}]'],
  ])('%s is %j', (source, expected) => {
    expect(feelValue(source, data)).toEqual(expected);
  });
});

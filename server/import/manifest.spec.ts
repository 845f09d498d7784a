import { readManifest } from './manifest.js';

const HEAD =
  'akte;aktenplan;akte_betreff;vorgang;vorgang_betreff;dokument_betreff;dokument_art;dokument_datum;datei;sha256';
const GOOD = {
  akte: '20-17/4',
  aktenplan: '20.31.05',
  akte_betreff: 'Fassadenreinigung',
  vorgang: '1',
  vorgang_betreff: 'Angebote',
  dokument_betreff: 'Angebot der Bau GmbH',
  dokument_art: 'eingang',
  dokument_datum: '14.03.2019',
  datei: 'a/angebot.pdf',
  sha256: '',
};
const line = (own: Partial<typeof GOOD> = {}) => Object.values({ ...GOOD, ...own }).join(';');
const read = (...lines: string[]) => readManifest([HEAD, ...lines].join('\n'), '2026-11-24');
const faultsOf = (...lines: string[]) =>
  read(...lines).faults.map(({ line: at, field, rejection }) => [at, field, rejection.code]);

describe('readManifest', () => {
  it.each<[string, Partial<typeof GOOD>, string, string]>([
    ['no Akte', { akte: '' }, 'akte', 'import.valueMissing'],
    ['no file', { datei: ' ' }, 'datei', 'import.valueMissing'],
    ['10,000 characters', { akte_betreff: 'x'.repeat(10_000) }, 'akte_betreff', 'import.valueUnfit'],
    ['a bidi override', { dokument_betreff: 'Rechnung\u202efdp.exe' }, 'dokument_betreff', 'import.strangeSigns'],
    ['a control character', { vorgang_betreff: 'An\u0007gebote' }, 'vorgang_betreff', 'import.strangeSigns'],
    ['half a surrogate', { akte_betreff: 'x\ud800y' }, 'akte_betreff', 'import.strangeSigns'],
    ['the year 0', { dokument_datum: '0000-01-01' }, 'dokument_datum', 'import.valueUnfit'],
    ['the 30th of February', { dokument_datum: '30.02.2019' }, 'dokument_datum', 'import.valueUnfit'],
    ['tomorrow', { dokument_datum: '2026-11-25' }, 'dokument_datum', 'import.valueUnfit'],
    ['another kind', { dokument_art: 'brief' }, 'dokument_art', 'import.valueUnfit'],
    ['a way out', { datei: 'a/../../etc/passwd' }, 'datei', 'import.valueUnfit'],
    ['an absolute path', { datei: '/etc/passwd' }, 'datei', 'import.valueUnfit'],
    ['a drive', { datei: 'C:/x' }, 'datei', 'import.valueUnfit'],
    ['backslashes', { datei: 'a\\b' }, 'datei', 'import.valueUnfit'],
    ['half a hash', { sha256: 'abc' }, 'sha256', 'import.valueUnfit'],
  ])('refuses a line with %s, and names line and field', (_what, own, field, code) => {
    expect(faultsOf(line(), line(own).replaceAll('\n', ' '))).toContainEqual([3, field, code]);
  });

  it('names every fault of a line, and none for the lines around it', () => {
    const manifest = read(line(), line({ vorgang: '2', vorgang_betreff: '', dokument_art: 'x', datei: '' }), line());
    expect(manifest.faults.map(({ line: at, field }) => [at, field])).toEqual([
      [3, 'vorgang_betreff'],
      [3, 'dokument_art'],
      [3, 'datei'],
    ]);
    expect([manifest.lines.map(({ line: at }) => at), manifest.count]).toEqual([[2, 4], 3]);
  });

  it('refuses lines that say different things of one Akte or Vorgang', () => {
    expect(faultsOf(line(), line({ akte_betreff: 'Dach' }), line({ vorgang_betreff: 'Dach' }))).toEqual([
      [3, 'akte_betreff', 'import.contradiction'],
      [4, 'vorgang_betreff', 'import.contradiction'],
    ]);
  });

  it('refuses a missing, an unknown and a double column before it reads a line', () => {
    const head = HEAD.replace('datei', 'file').replace('akte_betreff', 'akte');
    const { faults } = readManifest(`${head}\n${line()}`, '2026-11-24');
    expect(faults.map(({ line: at, field, rejection }) => [at, field, rejection.code])).toEqual([
      [1, 'akte_betreff', 'import.columnMissing'],
      [1, 'datei', 'import.columnMissing'],
      [1, 'akte', 'import.unknownColumn'],
      [1, 'file', 'import.unknownColumn'],
    ]);
  });

  it('refuses a broken quote with its line, and a line with too many values', () => {
    expect(faultsOf(`"${line()}`)).toEqual([[2, '', 'import.unreadable']]);
    expect(faultsOf(`${line()};mehr`)).toEqual([[2, 'datei', 'import.valueUnfit']]);
  });

  it('reads both ways to write a day, and one umlaut of two characters as one', () => {
    const { lines } = readManifest(
      `\ufeff${HEAD}\n${line({ akte_betreff: 'Bu\u0308cher', dokument_datum: '2019-03-14' })}`,
      '2026-11-24',
    );
    expect(lines).toMatchObject([{ akteBetreff: 'B\u00fccher', date: '2019-03-14', art: 'eingang', sha256: null }]);
    expect(read(line()).lines).toMatchObject([{ date: '2019-03-14', file: 'a/angebot.pdf' }]);
  });
});

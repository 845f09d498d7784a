import { readPlan } from './read-plan.js';

const read = (text: string | Uint8Array) => readPlan(typeof text === 'string' ? Buffer.from(text) : text);
const HEAD = 'kennzeichen;titel;uebergeordnet;aufbewahrung;aussonderungsart;stillgelegt';
const codesOf = async (text: string | Uint8Array) =>
  (await read(text)).findings.map(({ line, field, code }) => [line, field, code.replace('aktenplan.import', '')]);

describe('readPlan', () => {
  it('refuses bytes that are no UTF-8, and says where', async () => {
    const { findings } = await read(Buffer.from('kennzeichen;titel\n1;Gebühr\n', 'latin1'));
    expect(findings).toMatchObject([
      { code: 'aktenplan.importEncoding', message: { de: expect.stringContaining('24') } },
    ]);
  });

  it('refuses a file without a position, and one without the columns that a position needs', async () => {
    expect(await codesOf('')).toEqual([[null, null, 'Empty']]);
    expect(await codesOf(HEAD)).toEqual([[null, null, 'Empty']]);
    expect(await codesOf('nummer;name\n1;2')).toEqual([
      [1, 'kennzeichen', 'ColumnMissing'],
      [1, 'titel', 'ColumnMissing'],
      [1, 'nummer', 'ColumnUnknown'],
      [1, 'name', 'ColumnUnknown'],
    ]);
  });

  it('names line and field of everything that is wrong in a table, not only the first', async () => {
    const lines = [
      HEAD,
      '1..;Eins;;10;A;',
      '2;;;10;A;',
      '3;Drei\u202e;;10;A;',
      '4;Vier;;131;A;',
      '5;Fünf;;10;C;',
      '6;Sechs;;10;A;vielleicht',
      '7;Sieben;;zehn;X;x',
      '8;Acht;;10',
      `9;${'x'.repeat(10_000)};;10;A;`,
    ];
    expect(await codesOf(lines.join('\n'))).toEqual([
      [2, 'kennzeichen', 'Kennzeichen'],
      [3, 'titel', 'Titel'],
      [4, 'titel', 'Titel'],
      [5, 'aufbewahrung', 'Aufbewahrung'],
      [6, 'aussonderungsart', 'Aussonderungsart'],
      [7, 'stillgelegt', 'Stillgelegt'],
      [8, 'aufbewahrung', 'Aufbewahrung'],
      [8, 'aussonderungsart', 'Aussonderungsart'],
      [8, 'stillgelegt', 'Stillgelegt'],
      [9, null, 'RowShape'],
      [10, 'titel', 'Titel'],
    ]);
  });

  it('tells the line of a quotation mark that is not closed', async () => {
    expect(await codesOf(`${HEAD}\n1;"Eins`)).toEqual([[2, null, 'Quote']]);
  });

  it('F1 reads a table with or without byte order mark, in NFC, with everything that may be left out', async () => {
    for (const mark of ['', '\ufeff']) {
      const { rows, findings } = await read(
        `${mark}Kennzeichen,Titel\r\n20,"Gebu\u0308hren, ""alle"""\r\n20.31.04,Bau\r\n`,
      );
      expect(findings).toEqual([]);
      const inherited = { aufbewahrung: 'geerbt', aussonderungsart: null, state: 'offen' };
      expect(rows).toEqual([
        { line: 2, kennzeichen: '20', titel: 'Gebühren, "alle"', parent: null, ...inherited },
        { line: 3, kennzeichen: '20.31.04', titel: 'Bau', parent: '20', ...inherited },
      ]);
    }
  });

  it('refuses XML that is no Aktenplan, and XML that would open other files', async () => {
    expect((await read('<a/>')).findings).toMatchObject([{ code: 'aktenplan.importXml', severity: 'error', line: 1 }]);
    const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect((await read(entity)).findings).toMatchObject([{ code: 'aktenplan.importXml', severity: 'error' }]);
  });
});

import { readCsv } from './read-csv.js';

const fields = (text: string) => readCsv(text).records.map((record) => record.fields);

describe('readCsv', () => {
  it.each([
    ['is not closed', 'a;b\n1;"zwei\n3;4', 2],
    ['stands in the middle of a field', 'a;b\n1;zwei"2', 2],
    ['is followed by something', 'a;b\n1;2\n"drei"x;4', 3],
  ])('ends at the line in which a quotation mark %s', (_, text, line) => {
    expect(readCsv(text).brokenAt).toBe(line);
  });

  it('takes the divider that the first line has more of', () => {
    expect(fields('a;b,c;d\n1;2,3;4')).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2,3', '4'],
    ]);
    expect(fields('a,b\n1;2,3')).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
  });

  it('reads quoted fields with dividers, doubled marks and line breaks, and counts lines as an editor does', () => {
    const { records } = readCsv('a;b\r\n"x;""y""";"eins\r\nzwei"\r\n\r\nletzte;');
    expect(records).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x;"y"', 'eins\r\nzwei'] },
      { line: 5, fields: ['letzte', ''] },
    ]);
  });

  it('passes over empty lines and knows every line end', () => {
    expect(fields('a\n\n;;\nb\rc\r\n')).toEqual([['a'], ['b'], ['c']]);
    expect(fields('')).toEqual([]);
  });
});

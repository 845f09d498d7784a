import { parseCsv } from './parse-csv.js';

const rows = (text: string) => {
  const table = parseCsv(text);
  return 'records' in table ? table.records.map(({ line, values }) => [line, ...values]) : table;
};

describe('parseCsv', () => {
  it.each([
    ['a;"b', 1],
    ['a\n"b" c;d', 2],
    ['a;b\r\n"x\ny";"', 2],
  ])('names the line on which a quote is broken: %j', (text, brokenLine) => {
    expect(rows(text)).toEqual({ brokenLine: text.startsWith('a;b') ? 3 : brokenLine });
  });

  it('reads values, quotes, semicolons and line breaks inside quotes, and counts the lines of the file', () => {
    expect(rows('a;b\r\n"x; ""y""\nz";2\n\n;\nq;')).toEqual([
      [1, 'a', 'b'],
      [2, 'x; "y"\nz', '2'],
      [6, 'q', ''],
    ]);
  });

  it('reads nothing of nothing', () => expect(rows('')).toEqual([]));
});

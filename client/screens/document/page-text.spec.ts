import { boxesOf, pageTextOf, type TextItem } from './page-text.js';

const item = (str: string, x: number, y: number, own: Partial<TextItem> = {}): TextItem => ({
  ...{ str, dir: 'ltr', width: str.length * 10, height: 10, hasEOL: false },
  transform: [10, 0, 0, 10, x, y],
  ...own,
});
const evenly = (text: string) => text.length;

describe('pageTextOf', () => {
  it('lets a foreign file neither turn nor hide what stands around its words', () => {
    expect(pageTextOf(1, [item('ge\u202eheim\u0000', 0, 0)]).text).toBe('ge heim ');
  });

  it('ends where a page says more than anybody reads', () => {
    const much = Array.from({ length: 600 }, () => item('x'.repeat(1_000), 0, 0));
    expect(pageTextOf(1, much).text).toHaveLength(500_000);
  });

  it('keeps lines, and puts an empty one between paragraphs', () => {
    const lines = [
      item('Sehr geehrte', 0, 700, { hasEOL: true }),
      item('Damen', 0, 688, { hasEOL: true }),
      item('wir', 0, 650),
    ];
    expect(pageTextOf(1, lines).text).toBe('Sehr geehrte\nDamen\n\nwir');
  });

  it('knows paragraphs also on a page that is written upwards', () => {
    const up = (str: string, x: number, hasEOL: boolean) =>
      item(str, x, 0, { transform: [0, 10, -10, 0, x, 0], hasEOL });
    expect(pageTextOf(1, [up('eins', 100, true), up('zwei', 112, true), up('drei', 150, false)]).text).toBe(
      'eins\nzwei\n\ndrei',
    );
  });
});

describe('boxesOf', () => {
  it('finds no place for what stands in no piece', () => {
    expect(boxesOf(pageTextOf(1, []), 0, 5, evenly)).toEqual([]);
  });

  it('gives the part of the piece, and one box for each line', () => {
    const page = pageTextOf(1, [item('abcd', 100, 700, { hasEOL: true }), item('efgh', 100, 688)]);
    expect(boxesOf(page, 2, 7, evenly)).toEqual([
      [120, 698, 140, 709],
      [100, 686, 120, 697],
    ]);
  });

  it('counts from the right where it is written so', () => {
    const page = pageTextOf(1, [item('אבגד', 100, 700, { dir: 'rtl' })]);
    expect(boxesOf(page, 0, 1, evenly)).toEqual([[130, 698, 140, 709]]);
  });

  it('stands upright where the text is written upwards', () => {
    const page = pageTextOf(1, [item('abcd', 100, 700, { transform: [0, 10, -10, 0, 100, 700] })]);
    expect(boxesOf(page, 0, 2, evenly)).toEqual([[91, 700, 102, 720]]);
  });
});

import { readPdfDate } from './pdf-date.js';

const read = (text: string) => readPdfDate(Buffer.from(text, 'latin1'))?.toISOString() ?? null;

describe('readPdfDate', () => {
  it.each(['', '20260301', 'D:2026-03-01', 'D:20260231100000Z', 'D:20261301000000Z', 'D:20260301100000+0100x'])(
    'refuses "%s"',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each([
    ["D:20260301110000+01'00'", '2026-03-01T10:00:00.000Z'],
    ["D:20260301110000+01'00", '2026-03-01T10:00:00.000Z'],
    ["D:20260301043000-05'30'", '2026-03-01T10:00:00.000Z'],
    ['D:20260301100000Z', '2026-03-01T10:00:00.000Z'],
    ["D:20260301100000Z00'00'", '2026-03-01T10:00:00.000Z'],
    ['D:2026', '2026-01-01T00:00:00.000Z'],
    ['D:99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

import { akteAktenzeichen, findAktenzeichen, vorgangAktenzeichen } from './aktenzeichen.js';

describe('Aktenzeichen', () => {
  it('finds nothing in a date, an amount or a telephone number', () => {
    expect(findAktenzeichen('am 24.11.2026 über 12.450,80 € (Tel. 03655 48-1200/2026)')).toEqual([]);
  });

  it('is made of position, number and year, and of the running number of the Vorgang', () => {
    const akte = akteAktenzeichen('20.31.05', 18, 2026);
    expect([akte, vorgangAktenzeichen(akte, 3)]).toEqual(['20.31.05-0018/2026', '20.31.05-0018/2026/03']);
  });

  it('is found in running text, each once and in order', () => {
    const text = 'Zu 20.31.05-0018/2026/03 und 32.11.02-0001/2025; nochmals 20.31.05-0018/2026/03.';
    expect(findAktenzeichen(text)).toEqual(['20.31.05-0018/2026/03', '32.11.02-0001/2025']);
  });
});

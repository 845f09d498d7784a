import { createHash } from 'node:crypto';
import { drawLetter, type Letter } from './letter.js';

const letter: Letter = {
  ...{ kind: 'Ersuchen', from: 'Musterkreis', to: 'Gemeinde Ostfeld', betreff: 'Halterauskunft' },
  facts: [['Unser Zeichen', '20.31.05-0001/2026/01']],
  text: 'Wer hält das Fahrzeug?',
};
const hash = (own: Partial<Letter> = {}) =>
  createHash('sha256')
    .update(drawLetter({ ...letter, ...own }))
    .digest('hex');

it('F39 draws equal letters as equal bytes, and other ones as others', () => {
  expect(hash()).toBe(hash());
  expect(hash({ text: 'Wer hielt es?' })).not.toBe(hash());
});

it('F39 lets a long text go on on further pages, and draws names of DIN 91379', () => {
  const long = Array.from({ length: 200 }, (_, line) => `${line}. Ṟaḵīmov, Łucja Świątek`).join('\n');
  const pages = Buffer.from(drawLetter({ ...letter, text: long }))
    .toString('latin1')
    .match(/\/Type \/Page\b/g);
  expect(pages?.length).toBeGreaterThan(3);
});

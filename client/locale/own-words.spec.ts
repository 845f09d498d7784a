import type { OwnWord } from '../../server/contract/wording-views.js';
import { inOwnWords, keepOwnWords, replacing, useOwnWords } from './own-words.js';

const WORDS: OwnWord[] = [
  { term: 'aktenzeichen', language: 'de', forms: ['Geschäftszeichen', 'Geschäftszeichens'] },
  { term: 'vorgang', language: 'de', forms: ['Fall', 'Falls', 'Fälle', 'Fällen'] },
  { term: 'aktenzeichen', language: 'en', forms: ['file number', 'file numbers'] },
];
const german = replacing(WORDS, 'de');
const english = replacing(WORDS, 'en');

afterEach(() => localStorage.clear());

describe('own words', () => {
  it('leave compounds and other words as they are', () => {
    expect(german('Aktenzeichenregel, Teilvorgang, Vorgangsart, Vorgängerin, aktenzeichen')).toBe(
      'Aktenzeichenregel, Teilvorgang, Vorgangsart, Vorgängerin, aktenzeichen',
    );
    expect(replacing(WORDS, 'de')('reference number')).toBe('reference number');
  });

  it('replace each form by its own, next to any sign', () => {
    expect(german('Das Aktenzeichen des Vorgangs „Vorgang“ (in 2 Vorgängen)')).toBe(
      'Das Geschäftszeichen des Falls „Fall“ (in 2 Fällen)',
    );
  });

  it('keep the capital of an English sentence', () => {
    expect(english('Reference number: two reference numbers')).toBe('File number: two file numbers');
  });

  it('are not replaced again by each other', () => {
    const swapped: OwnWord[] = [
      { term: 'akte', language: 'de', forms: ['Vorgang', 'Vorgänge'] },
      { term: 'vorgang', language: 'de', forms: ['Akte', 'Akte', 'Akten', 'Akten'] },
    ];
    expect(replacing(swapped, 'de')('Akte und Vorgang')).toBe('Vorgang und Akte');
  });

  it('stand in every message from the next start on, and never in its id or in what it is about', () => {
    expect(keepOwnWords(WORDS)).toBe('other');
    useOwnWords('de');
    expect(keepOwnWords(WORDS)).toBe('used');
    const name = 'Vorgang GmbH';
    expect($localize`:@@Vorgang.x:Vorgang ${name}:Vorgang: mit Aktenzeichen`).toBe(
      'Fall Vorgang GmbH mit Geschäftszeichen',
    );
    expect($localize`\:Vorgang`).toBe(':Fall');
    expect(inOwnWords('Ein Vorgang')).toBe('Ein Fall');
  });

  it('survive what else lies in the browser', () => {
    localStorage.setItem('laufmappe.wording', '{"not":"a list"}');
    expect(() => useOwnWords('de')).not.toThrow();
  });
});

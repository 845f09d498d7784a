import { isRejection } from '../contract/rejections.js';
import { fillLine, mergedValues, mergePlaces, placeFaults } from './merge-values.js';

const facts = { 'vorgang.betreff': 'Gehweg', 'vorgang.beginn': '2026-11-24', 'empfaenger.ort': '' };

const written = (place: string, value: string) => {
  const [merged] = mergePlaces([place], {}, { 'eingabe.x': value });
  return merged?.value ?? merged?.fault?.code;
};

describe('placeFaults', () => {
  it('names a place that does not exist, with those that do', () => {
    const [fault] = placeFaults(['vorgang.titel', 'vorgang.betreff'], []);
    expect(fault).toMatchObject({
      code: 'vorlage.placeUnknown',
      message: { de: expect.stringContaining('„vorgang.titel“') },
    });
    expect(fault?.remedy.de).toContain('vorgang.betreff');
  });

  it.each(['vorgang.betreff | euro', 'vorgang.beginn | Euro', 'eingabe.x | tag | tag', 'eingabe.x | '])(
    'refuses the format of „%s“',
    (place) => expect(placeFaults([place], [])).toMatchObject([{ code: 'vorlage.placeFormat' }]),
  );

  it.each(['eingabe.', 'eingabe', '__proto__', 'constructor.name', 'eingabe.a b'])('refuses the name „%s“', (place) =>
    expect(placeFaults([place], [])).toMatchObject([{ code: 'vorlage.placeUnknown' }]),
  );

  it('takes what the record knows and whatever is to be typed', () => {
    expect(placeFaults(['vorgang.beginn | datum', 'eingabe.gebühr | euro', 'datum.heute'], [])).toEqual([]);
  });
});

describe('mergedValues', () => {
  it('refuses what is missing, what is wrong and what was typed for nothing, all at once', () => {
    const typed = { 'eingabe.frist': '31.02.2026', 'vorgang.betreff': 'Anderes' };
    const merged = mergePlaces(['vorgang.betreff', 'empfaenger.ort', 'eingabe.frist | tag'], facts, typed);
    expect(mergedValues(merged, typed)).toMatchObject({
      code: 'vorlage.valuesMissing',
      reasons: [{ code: 'vorlage.valueMissing' }, { code: 'vorlage.valueWrong' }, { code: 'vorlage.valueNotAsked' }],
    });
  });

  it('takes what was typed where the record is empty', () => {
    const typed = { 'empfaenger.ort': 'Altena' };
    const merged = mergePlaces(
      ['vorgang.betreff', 'vorgang.beginn', 'vorgang.beginn | datum', 'empfaenger.ort'],
      facts,
      typed,
    );
    expect(mergedValues(merged, typed)).toEqual({
      'vorgang.betreff': 'Gehweg',
      'vorgang.beginn': '24.11.2026',
      'vorgang.beginn | datum': '24. November 2026',
      'empfaenger.ort': 'Altena',
    });
  });
});

describe('a value that was typed', () => {
  it.each(['0', '31.02.2026', '2026-13-01', '01.01.0000', '1.1.26', 'morgen'])('refuses the day „%s“', (value) =>
    expect(written('eingabe.x | tag', value)).toBe('vorlage.valueWrong'),
  );

  it.each(['12.45', '1.2345', '1,234', 'viel', '--5', '9999999999999'])('refuses the amount „%s“', (value) =>
    expect(written('eingabe.x | euro', value)).toBe('vorlage.valueWrong'),
  );

  it.each([
    ['eingabe.x | tag', '1.2.2027', '01.02.2027'],
    ['eingabe.x | datum', '2027-02-01', '1. Februar 2027'],
    ['eingabe.x | euro', '1234,5', '1.234,50\u00a0€'],
    ['eingabe.x | euro', '-0,05 €', '−0,05\u00a0€'],
    ['eingabe.x', 'wie getippt', 'wie getippt'],
  ])('writes %s of „%s“ as „%s“', (place, value, expected) => expect(written(place, value)).toBe(expected));
});

describe('fillLine', () => {
  it('refuses where something is missing', () => {
    expect(isRejection(fillLine('Zu {{ eingabe.x }}', facts, {}))).toBe(true);
  });

  it('fills a Betreff by the same rules', () => {
    expect(fillLine('Zu {{vorgang.betreff}} ab {{ vorgang.beginn }}', facts, { 'eingabe.y': 'z' })).toBe(
      'Zu Gehweg ab 24.11.2026',
    );
  });
});

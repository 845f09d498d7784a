import { fillText, fillTexts } from './fill-text.js';

const variables = {
  aktenzeichen: '20.31.05-0018/2026',
  leer: '  ',
  rechnung: { kreditor: 'Müller & Söhne', betragCent: 1245080, datum: '2026-11-03', iban: null },
  anlagen: ['Angebot', 'Plan'],
  quote: 0.5,
};
const missing = (text: string) => fillText(text, variables);

describe('fillText', () => {
  it('refuses a name that nobody has, each one once and all of them', () => {
    expect(missing('{{ort}}, {{ aktenzeichen }}, {{ort}}, {{rechnung.nummer}}')).toEqual({
      kind: 'missing',
      names: ['ort', 'rechnung.nummer'],
    });
  });

  it.each(['leer', 'rechnung.iban', 'rechnung', 'anlagen.2', 'toString', 'rechnung.constructor', ''])(
    'refuses what leaves an empty place or is no text: %s',
    (name) => {
      expect(missing(`{{${name}}}`)).toEqual({ kind: 'missing', names: [name] });
    },
  );

  it.each(['quote | euro', 'rechnung.kreditor | tag', 'aktenzeichen | fett', 'quote | euro | tag'])(
    'refuses a format that does not fit: %s',
    (place) => {
      expect(missing(`{{ ${place} }}`)).toEqual({ kind: 'missing', names: [place] });
    },
  );

  it('fills texts, lists, numbers, amounts and days as people write them', () => {
    expect(missing('{{ rechnung.kreditor }}: {{rechnung.betragCent|euro}} am {{rechnung.datum | tag}}')).toBe(
      'Müller & Söhne: 12.450,80\u00a0€ am 3. November 2026',
    );
    expect(missing('{{anlagen}}; {{anlagen.1}}; {{quote}}')).toBe('Angebot, Plan; Plan; 0,5');
  });

  it('puts a value in as it is, also where it looks like a place or like a replacement pattern', () => {
    expect(fillText('{{a}}', { a: '{{b}} $& $1' })).toBe('{{b}} $& $1');
  });

  it('fills several texts or names what is missing in all of them', () => {
    expect(fillTexts({ an: '{{x}}', betreff: '{{y}}', text: 'fest' }, { x: 'a@b.example', y: 'Az' })).toEqual({
      an: 'a@b.example',
      betreff: 'Az',
      text: 'fest',
    });
    expect(fillTexts({ an: '{{x}}', betreff: '{{y}}' }, {})).toEqual({ kind: 'missing', names: ['x', 'y'] });
  });
});

import { formMessage } from './form-messages.js';

describe('formMessage', () => {
  it('keeps a message that it does not know', () => {
    expect(formMessage('Something new.')).toBe('Something new.');
  });

  it('says what the form expects where a pattern fails', () => {
    expect(formMessage('Field must match pattern ^x$.', 'Keine IBAN.')).toBe('Keine IBAN.');
    expect(formMessage('Field is required.', 'Keine IBAN.')).toBe('Bitte ausfüllen.');
  });

  it('says every known message in the language of the page, limits included', () => {
    expect(formMessage('Field is required.')).toBe('Bitte ausfüllen.');
    expect(formMessage('Field must have maximum length of 20.')).toBe('Höchstens 20 Zeichen.');
    expect(formMessage('Field must have minimum value of 0.01.')).toBe('Mindestens 0.01.');
  });
});

/**
 * The form library speaks English only. Its messages are recognised by their fixed words; an unknown one stays as it is
 * rather than being lost.
 *
 * @param expected what the form says about its own pattern, `properties.error`
 */
export function formMessage(english: string, expected?: string): string {
  if (expected && PATTERN.test(english)) return expected;
  for (const [pattern, text] of MESSAGES) {
    const match = pattern.exec(english);
    if (match) return text(match[1] ?? '');
  }
  return english;
}

const PATTERN = /^Field must match pattern/;

const MESSAGES: readonly (readonly [RegExp, (limit: string) => string])[] = [
  [/^Field is required/, () => $localize`:@@form.required:Bitte ausfüllen.`],
  [/minimum value of ([^ ]+)\.$/, (limit) => $localize`:@@form.min:Mindestens ${limit}:limit:.`],
  [/maximum value of ([^ ]+)\.$/, (limit) => $localize`:@@form.max:Höchstens ${limit}:limit:.`],
  [/minimum length of (\d+)/, (limit) => $localize`:@@form.minLength:Mindestens ${limit}:limit: Zeichen.`],
  [/maximum length of (\d+)/, (limit) => $localize`:@@form.maxLength:Höchstens ${limit}:limit: Zeichen.`],
  [PATTERN, () => $localize`:@@form.pattern:Diese Form passt nicht.`],
  [/valid email/, () => $localize`:@@form.email:Keine gültige E-Mail-Adresse.`],
  [/phone number/, () => $localize`:@@form.phone:Keine gültige Telefonnummer.`],
  [/not a valid number|not a number/i, () => $localize`:@@form.number:Keine Zahl.`],
];

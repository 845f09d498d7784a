import type { Sentence } from '../contract/rejections.js';

/** Names of the fields, as people call them. */
const WORDS: Readonly<Record<string, Sentence>> = {
  betreff: { de: 'Betreff', en: 'subject' },
  bemerkung: { de: 'Bemerkung', en: 'remark' },
  federfuehrungId: { de: 'Federführung', en: 'lead responsibility' },
  medium: { de: 'Medium', en: 'medium' },
  standort: { de: 'Standort', en: 'location' },
  laufzeitBeginn: { de: 'Beginn der Laufzeit', en: 'beginning of the running time' },
  laufzeitEnde: { de: 'Ende der Laufzeit', en: 'end of the running time' },
};

/** What was changed, for the Protokoll: the fields before and after, and a sentence that names them. */
export function changesOf<Facts extends object>(before: Facts, after: Facts) {
  const names = Object.keys(after).filter((name) => before[name as keyof Facts] !== after[name as keyof Facts]);
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name as keyof Facts]]));
  const words = (language: 'de' | 'en') => names.map((name) => WORDS[name]?.[language] ?? name).join(', ');
  return {
    ...{ before: only(before), after: only(after) },
    text: {
      de: names.length === 0 ? 'Bearbeitet, nichts geändert' : `Geändert: ${words('de')}`,
      en: names.length === 0 ? 'Edited, nothing changed' : `Changed: ${words('en')}`,
    },
  };
}

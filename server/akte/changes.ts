import type { Sentence } from '../contract/rejections.js';
import type { ZusatzChanges } from '../zusatzfeld/fill-values.js';

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
export function changesOf<Facts extends object>(before: Facts, after: Facts, zusatz: ZusatzChanges) {
  const names = Object.keys(after).filter((name) => before[name as keyof Facts] !== after[name as keyof Facts]);
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name as keyof Facts]]));
  const changed = [...names.map((name) => WORDS[name] ?? { de: name, en: name }), ...Object.values(zusatz.words)];
  const words = (language: 'de' | 'en') => changed.map((word) => word[language]).join(', ');
  return {
    before: { ...only(before), ...named(zusatz.before) },
    after: { ...only(after), ...named(zusatz.after) },
    text: {
      de: changed.length === 0 ? 'Bearbeitet, nichts geändert' : `Geändert: ${words('de')}`,
      en: changed.length === 0 ? 'Edited, nothing changed' : `Changed: ${words('en')}`,
    },
  };
}

/** Extra fields beside those that every record has: under a name of their own, whatever their key. */
function named(values: ZusatzChanges['before']): { zusatz?: ZusatzChanges['before'] } {
  return Object.keys(values).length === 0 ? {} : { zusatz: values };
}

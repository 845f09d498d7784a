import type { KontaktFacts } from '../../../server/contract/kontakt-views.js';
import { date } from '../../locale/format.js';
import type { ConflictField } from '../shared/conflict/conflict.js';

const LABELS: Readonly<Record<keyof KontaktFacts, string>> = {
  art: $localize`:@@kontakt.art:Art`,
  name: $localize`:@@kontakt.name:Name`,
  vorname: $localize`:@@kontakt.vorname:Vorname`,
  geburtsdatum: $localize`:@@kontakt.geburtsdatum:Geburtsdatum`,
  strasse: $localize`:@@kontakt.strasse:Straße und Hausnummer`,
  plz: $localize`:@@kontakt.plz:Postleitzahl`,
  ort: $localize`:@@kontakt.ort:Ort`,
  mail: $localize`:@@kontakt.mail:E-Mail`,
  telefon: $localize`:@@kontakt.telefon:Telefon`,
};
const ARTEN: Readonly<Record<KontaktFacts['art'], string>> = {
  person: $localize`:@@kontakt.person:Person`,
  organisation: $localize`:@@kontakt.organisation:Organisation`,
};

/** The fields of an entry, as far as two people may have different ones. */
export function kontaktFields(
  typed: () => KontaktFacts,
  type: (change: Partial<KontaktFacts>) => void,
): readonly ConflictField<KontaktFacts & { readonly version: number }>[] {
  return (Object.keys(LABELS) as (keyof KontaktFacts)[]).map((name) => ({
    label: LABELS[name],
    of: (kontakt) => kontakt[name] ?? '',
    typed: () => typed()[name] ?? '',
    type: (text) => type({ [name]: name === 'geburtsdatum' && text === '' ? null : text }),
    shown: (text) => shown(name, text),
  }));
}

function shown(name: keyof KontaktFacts, text: string): string {
  if (name === 'art') return ARTEN[text as KontaktFacts['art']];
  return name === 'geburtsdatum' && text !== '' ? date(text) : text;
}

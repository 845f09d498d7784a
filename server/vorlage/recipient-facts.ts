import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { MergeFacts } from './merge-values.js';

/**
 * Somebody as the recipient of a letter. The address field follows DIN 5008: name, street or box, postal code and town, no
 * line left empty between; without a town there is none. The register keeps no form of address, so the greeting needs none.
 */
export function recipientFacts(
  kontakt: Omit<KontaktFacts, 'geburtsdatum'> & { geburtsdatum?: string | null },
  rolle: string,
): MergeFacts {
  const { art, name, vorname, strasse, plz, ort, mail, telefon } = kontakt;
  const fullName = art === 'person' ? `${vorname} ${name}`.trim() : name;
  const town = `${plz} ${ort}`.trim();
  return {
    'empfaenger.anschrift': ort === '' ? null : [fullName, strasse, town].filter(Boolean).join('\n'),
    'empfaenger.anrede': art === 'person' ? `Guten Tag ${fullName}` : 'Sehr geehrte Damen und Herren',
    ...{ 'empfaenger.name': name, 'empfaenger.vorname': vorname, 'empfaenger.strasse': strasse },
    ...{ 'empfaenger.plz': plz, 'empfaenger.ort': ort, 'empfaenger.mail': mail, 'empfaenger.telefon': telefon },
    ...{ 'empfaenger.geburtsdatum': kontakt.geburtsdatum ?? null, 'empfaenger.rolle': rolle },
  };
}

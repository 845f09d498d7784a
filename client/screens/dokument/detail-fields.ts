import type { DokumentArt, DokumentView } from '../../../server/contract/dokument-views.js';
import { date } from '../../locale/format.js';
import type { ConflictField } from '../shared/conflict/conflict.js';
import { artName, detailsOf, type Details } from './details.js';

const LABELS: Readonly<Record<keyof Details, string>> = {
  betreff: $localize`:@@dokument.betreff:Betreff`,
  art: $localize`:@@dokument.art:Art`,
  date: $localize`:@@filing.date:Datum`,
};

/** The details of a Dokument, as far as two people may have different ones. */
export function detailFields(
  typed: () => Details,
  type: (change: Partial<Details>) => void,
): readonly ConflictField<DokumentView>[] {
  return (Object.keys(LABELS) as (keyof Details)[]).map((name) => ({
    label: LABELS[name],
    of: (dokument) => detailsOf(dokument)[name],
    typed: () => typed()[name],
    type: (text) => type({ [name]: text }),
    shown: (text) => shown(name, text),
  }));
}

function shown(name: keyof Details, text: string): string {
  if (name === 'art') return artName(text as DokumentArt);
  return name === 'date' && text !== '' ? date(text) : text;
}

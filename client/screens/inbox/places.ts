import type { Examination, Place, PlaceField } from '../../../server/contract/examination.js';
import type { Paper } from '../document/paper.js';
import type { ShownPlace } from '../document/shown-place.js';

/** Which fields of a form mean a value that the examination may have found on the page. */
const KEYS_OF_FIELD: Readonly<Record<PlaceField, readonly string[]>> = {
  sender: ['kreditor', 'absender', 'sender'],
  letterDate: ['datum', 'rechnungsdatum', 'datumDesSchreibens', 'letterDate'],
  amountCent: ['betrag', 'betragCent', 'betragBrutto', 'betragEuro', 'amountCent'],
  nummer: ['nummer', 'rechnungsnummer'],
  iban: ['iban'],
  leitwegKennung: ['leitwegKennung', 'leitwegId'],
  faelligAm: ['faelligAm', 'faelligkeit'],
  aktenzeichen: ['aktenzeichen'],
  title: ['betreff', 'titel', 'title'],
};

export interface LinkedPlaces {
  readonly places: readonly ShownPlace[];
  /** The paper on which they stand; null where none of the papers is the examined one. */
  readonly paperId: string | null;
  /** Place by the key of the form field. */
  readonly byKey: ReadonlyMap<string, ShownPlace>;
}

/**
 * Joins what was found on the page to papers and fields.
 * @param labels label of each form field by its key; a place without a field is shown under its own name
 */
export function linkPlaces(
  examination: Examination | null,
  papers: readonly Paper[],
  labels: ReadonlyMap<string, string>,
): LinkedPlaces {
  const found = examination?.places ?? [];
  const part = found[0]?.part ?? null;
  const paper = examination ? paperOfPart(examination, papers, part) : null;
  const byKey = new Map<string, ShownPlace>();
  const places = found
    .filter((place) => place.part === part)
    .map((place, index) => {
      const key = KEYS_OF_FIELD[place.field].find((candidate) => labels.has(candidate));
      const shown = { ...place, id: String(index), label: (key && labels.get(key)) || nameOf(place) };
      if (key && !byKey.has(key)) byKey.set(key, shown);
      return shown;
    });
  return { places, paperId: paper?.id ?? null, byKey };
}

/** The original is the first PDF of the register; a part of a mail is found by the name that it was stored under. */
function paperOfPart(examination: Examination, papers: readonly Paper[], part: number | null): Paper | null {
  const pdfs = papers.filter((paper) => paper.file.mime === 'application/pdf');
  const name = part === null ? null : examination.parts.find((candidate) => candidate.position === part)?.name;
  return pdfs.find((paper) => paper.file.name === name) ?? pdfs[0] ?? null;
}

function nameOf(place: Place): string {
  const names: Readonly<Record<PlaceField, string>> = {
    sender: $localize`:@@place.sender:Absender`,
    letterDate: $localize`:@@place.letterDate:Datum`,
    amountCent: $localize`:@@place.amountCent:Betrag`,
    nummer: $localize`:@@place.nummer:Rechnungsnummer`,
    iban: 'IBAN',
    leitwegKennung: $localize`:@@place.leitwegKennung:Leitweg-ID`,
    faelligAm: $localize`:@@place.faelligAm:Fällig am`,
    aktenzeichen: $localize`:@@place.aktenzeichen:Aktenzeichen`,
    title: $localize`:@@place.title:Betreff`,
  };
  return names[place.field];
}

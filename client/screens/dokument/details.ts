import type { DokumentArt, DokumentView } from '../../../server/contract/dokument-views.js';
import type { SelectOption } from '../../ui/field/select.js';

/** What a person says about a Dokument. */
export interface Details {
  readonly betreff: string;
  readonly art: DokumentArt;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
}

/** The kinds of Dokument in words. */
export function artOptions(): (SelectOption & { readonly value: DokumentArt })[] {
  return [
    { value: 'eingang', label: $localize`:@@dokument.eingang:Eingang` },
    { value: 'ausgang', label: $localize`:@@dokument.ausgang:Ausgang` },
    { value: 'vermerk', label: $localize`:@@dokument.vermerk:Vermerk` },
    { value: 'anlage', label: $localize`:@@dokument.anlage:Anlage` },
  ];
}

export function artName(art: DokumentArt): string {
  return artOptions().find(({ value }) => value === art)?.label ?? art;
}

export function detailsOf({ betreff, art, date }: DokumentView): Details {
  return { betreff, art, date: date ?? '' };
}

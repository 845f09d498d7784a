import type { SearchHit } from '../../../server/contract/search-views.js';
import type { IconName } from '../../ui/icon/icons.js';

/** German and English words for the values that the server counts and that a hit has. */
export function wordOf(value: string): string {
  const words: Readonly<Record<string, string>> = {
    akte: $localize`:@@search.akte:Akte`,
    vorgang: $localize`:@@search.vorgang:Vorgang`,
    dokument: $localize`:@@search.dokument:Dokument`,
    offen: $localize`:@@search.offen:offen`,
    zdA: $localize`:@@search.zda:z. d. A.`,
    abgegeben: $localize`:@@search.abgegeben:abgegeben`,
    entwurf: $localize`:@@search.entwurf:Entwurf`,
    gueltig: $localize`:@@search.gueltig:gültig`,
    verworfen: $localize`:@@search.verworfen:verworfen`,
    eingang: $localize`:@@search.eingang:Eingang`,
    anlage: $localize`:@@search.anlage:Anlage`,
    vermerk: $localize`:@@search.vermerk:Vermerk`,
    ausgang: $localize`:@@search.ausgang:Ausgang`,
  };
  return words[value] ?? value;
}

export const HIT_ICONS: Readonly<Record<SearchHit['kind'], IconName>> = {
  akte: 'folder',
  vorgang: 'folder-open',
  dokument: 'description',
};

/** Why only the metadata of a Dokument was searched; null where its text was. */
export function withoutText({ text }: Pick<SearchHit, 'text'>): string | null {
  switch (text) {
    case 'none':
      return $localize`:@@search.noText:Scan ohne erkannten Text: nur über seine Angaben zu finden.`;
    case 'failed':
      return $localize`:@@search.failedText:Der Inhalt war nicht lesbar: nur über seine Angaben zu finden.`;
    case 'unread':
      return $localize`:@@search.unreadText:Der Inhalt dieses Formats wird nicht durchsucht.`;
    case 'due':
      return $localize`:@@search.dueText:Der Inhalt wird gerade erschlossen.`;
    default:
      return null;
  }
}

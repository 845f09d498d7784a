import type {
  AufgabenFact,
  AufgabenFilter,
  AufgabenFrist,
  AufgabenOrder,
  WiedervorlageArt,
} from '../../../server/contract/aufgaben-views.js';
import type { AufgabeArt } from '../../../server/contract/views.js';
import { euro } from '../../locale/format.js';

export type FilterPart = keyof AufgabenFilter;

/** Names of the parts behind the `?` of an address, as they are in that of the server. */
export const FILTER_PARTS: readonly FilterPart[] = [
  ...(['frist', 'art', 'sachgebiet', 'stelle', 'betragAb', 'betragBis', 'text'] as const),
];

/** A part of a filter, as a chip says it. */
export interface FilterChip {
  readonly part: FilterPart;
  readonly words: string;
}

/** The filter as a sentence of chips; what stands in the field of the text is left out, because one sees it there. */
export function chipsOf(filter: AufgabenFilter): FilterChip[] {
  const { frist, art, sachgebiet, stelle, betragAb, betragBis } = filter;
  const kinds = art?.map((one) => ART_WORDS[one]).join(', ') ?? '';
  return [
    ...(frist
      ? [{ part: 'frist' as const, words: $localize`:@@filter.frist:Frist: ${FRIST_WORDS[frist]}:value:` }]
      : []),
    ...(art ? [{ part: 'art' as const, words: $localize`:@@filter.art:Art: ${kinds}:value:` }] : []),
    ...(sachgebiet
      ? [{ part: 'sachgebiet' as const, words: $localize`:@@filter.unit:Sachgebiet: ${sachgebiet}:value:` }]
      : []),
    ...(stelle ? [{ part: 'stelle' as const, words: $localize`:@@filter.position:Aktenplan: ${stelle}:value:` }] : []),
    ...(betragAb === undefined
      ? []
      : [{ part: 'betragAb' as const, words: $localize`:@@filter.from:ab ${euro(betragAb)}:value:` }]),
    ...(betragBis === undefined
      ? []
      : [{ part: 'betragBis' as const, words: $localize`:@@filter.upTo:bis ${euro(betragBis)}:value:` }]),
  ];
}

/** The parts as they stand in an address; null takes one out of it. */
export function addressOf(filter: AufgabenFilter): Record<FilterPart, string | null> {
  const entries = FILTER_PARTS.map((part) => {
    const value = filter[part];
    return [part, value === undefined ? null : String(value)] as const;
  });
  return Object.fromEntries(entries) as Record<FilterPart, string | null>;
}

export const FRIST_WORDS: Readonly<Record<AufgabenFrist, string>> = {
  ueberfaellig: $localize`:@@filter.overdue:überfällig`,
  heute: $localize`:@@filter.today:heute`,
  woche: $localize`:@@filter.week:diese Woche`,
  ohne: $localize`:@@filter.none:ohne`,
};

export const ART_WORDS: Readonly<Record<AufgabeArt, string>> = {
  pruefung: $localize`:@@art.pruefung:Prüfung`,
  erfassung: $localize`:@@art.erfassung:Erfassung`,
  mitzeichnung: $localize`:@@art.mitzeichnung:Mitzeichnung`,
  schlusszeichnung: $localize`:@@art.schlusszeichnung:Schlusszeichnung`,
  zahlung: $localize`:@@art.zahlung:Zahlung`,
  rueckweisung: $localize`:@@art.rueckweisung:Rückweisung`,
  bearbeitung: $localize`:@@art.bearbeitung:Bearbeitung`,
  zda: $localize`:@@art.zda:z. d. A.`,
};

export const ORDER_WORDS: Readonly<Record<AufgabenOrder, string>> = {
  frist: $localize`:@@order.frist:nach Frist`,
  vorrang: $localize`:@@order.vorrang:Erinnerte zuerst`,
  wiedervorlage: $localize`:@@order.wiedervorlage:nach Wiedervorlage`,
  alter: $localize`:@@order.alter:Älteste zuerst`,
  betrag: $localize`:@@order.betrag:Größter Betrag zuerst`,
};

export const FACT_WORDS: Readonly<Record<AufgabenFact, string>> = {
  aktenzeichen: $localize`:@@fact.aktenzeichen:Aktenzeichen`,
  schritt: $localize`:@@fact.schritt:Schritt`,
  seit: $localize`:@@fact.seit:Seit wann hier`,
  person: $localize`:@@fact.person:Person`,
  betrag: $localize`:@@fact.betrag:Betrag`,
  dokumente: $localize`:@@fact.dokumente:Zahl der Dokumente`,
};

/** How a Wiedervorlage reminds. */
export const AGAIN_WORDS: Readonly<Record<WiedervorlageArt, string>> = {
  ausblenden: $localize`:@@wiedervorlage.hide:ausblenden`,
  erinnern: $localize`:@@wiedervorlage.remind:stehen lassen und erinnern`,
};

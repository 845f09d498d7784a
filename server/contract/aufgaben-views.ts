import type { AufgabeArt, AufgabeRow, Day, Id } from './views.js';

/** The lists of a person's Aufgaben. */
export const AUFGABEN_LISTS = ['meine', 'gruppe', 'vertretung', 'wiedervorlage'] as const;
export type AufgabenList = (typeof AUFGABEN_LISTS)[number];

/**
 * What comes first: the Frist; what a process has reminded of; what was put aside for today; the oldest; the largest
 * amount. What is alike goes on by Frist or age.
 */
export const AUFGABEN_ORDERS = ['frist', 'vorrang', 'wiedervorlage', 'alter', 'betrag'] as const;
export type AufgabenOrder = (typeof AUFGABEN_ORDERS)[number];

/** What may stand in the second line of a row. */
export const AUFGABEN_FACTS = ['aktenzeichen', 'schritt', 'seit', 'person', 'betrag', 'dokumente'] as const;
export type AufgabenFact = (typeof AUFGABEN_FACTS)[number];

/**
 * How a Wiedervorlage reminds: the Aufgabe is out of the person's lists until the day, or it stays where it is and is
 * marked on the day.
 */
export const WIEDERVORLAGE_ARTEN = ['ausblenden', 'erinnern'] as const;
export type WiedervorlageArt = (typeof WIEDERVORLAGE_ARTEN)[number];

/** What somebody has put aside for themselves: nobody else's lists change, and the Frist goes on. */
export interface WiedervorlageView {
  day: Day;
  art: WiedervorlageArt;
  note: string;
}

/** How a person has arranged the list; the same at every desk. */
export interface AufgabenLayout {
  order: AufgabenOrder;
  facts: AufgabenFact[];
  /** What the next Wiedervorlage begins with. */
  wiedervorlage: WiedervorlageArt;
}

export const AUFGABEN_FRISTEN = ['ueberfaellig', 'heute', 'woche', 'ohne'] as const;
export type AufgabenFrist = (typeof AUFGABEN_FRISTEN)[number];

/** What a list is limited to; a part that is missing limits nothing. */
export interface AufgabenFilter {
  frist?: AufgabenFrist | undefined;
  art?: AufgabeArt[] | undefined;
  /** Code of the unit with the Federführung; stands for those below it. */
  sachgebiet?: string | undefined;
  /** Beginning of a Kennzeichen of the Aktenplan, whole parts only: 20.31 for 20.31.05. */
  stelle?: string | undefined;
  /** At least, at most; in cents. */
  betragAb?: number | undefined;
  betragBis?: number | undefined;
  /** Part of the title or of the Aktenzeichen. */
  text?: string | undefined;
}

/** Headings by the day that a list is grouped by: its Frist, or the day of the Wiedervorlage. The week ends on Sunday. */
export type DayGroup = 'overdue' | 'today' | 'week' | 'later' | 'none';

/** A page of `GET /api/aufgaben`; `next` is the `after` of the page behind it, null on the last one. */
export interface AufgabenPage {
  items: AufgabeRow[];
  next: string | null;
}

/** The first page of `GET /api/aufgaben`, with what is true of the whole list and not of this page only. */
export interface AufgabenFirstPage extends AufgabenPage {
  /** Rows below each heading. */
  groups: Record<DayGroup, number>;
  /** Rows of each list, unfiltered. */
  counts: Record<AufgabenList, number>;
  filter: AufgabenFilter;
  layout: AufgabenLayout;
}

/** Row of `GET /api/aufgabenfilter`: a kept filter, own or of a colleague of the unit, with what it finds for whoever asks. */
export interface SavedFilterRow {
  id: Id;
  name: string;
  list: AufgabenList;
  filter: AufgabenFilter;
  count: number;
  shared: boolean;
  own: boolean;
  /** Who shares it; null for an own one. */
  owner: string | null;
}

/** `GET /api/aufgaben/:id/empfaenger`: the first who fit what was typed, those of the own unit before others. */
export interface RecipientPage {
  items: { id: Id; name: string; unit: string }[];
  next: string | null;
}

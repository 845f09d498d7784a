import type { Day, DokumentView, VorgangView, ZeichnungView } from '../../../server/contract/views.js';
import { dateHeading, dayOf } from '../../locale/format.js';
import type { IconName } from '../../ui/icon/icons.js';
import type { ListGroup } from '../../ui/listbox/window.js';

/** One row of the thread: a Dokument that can be opened, or a Zeichnung that belongs to one. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly icon: IconName;
  readonly title: string;
  readonly who: string;
  readonly dokument: DokumentView | null;
  readonly mark: 'signiert' | 'gezeichnet' | null;
}

const ICONS: Readonly<Record<DokumentView['art'], IconName>> = {
  eingang: 'south-west',
  anlage: 'attach-file',
  vermerk: 'sticky-note-2',
  ausgang: 'north-east',
};

/** The thread of a Vorgang by day, newest day and newest row first. */
export function timeline(vorgang: Pick<VorgangView, 'register' | 'zeichnungen'>): ListGroup<TimelineEntry>[] {
  const entries = [
    ...vorgang.register.map(dokumentEntry),
    ...vorgang.zeichnungen.map((zeichnung, index) => zeichnungEntry(zeichnung, index)),
  ].sort((a, b) => b.at.localeCompare(a.at));
  const days = new Map<Day, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const items = days.get(day);
    // Added in place: thousands in one day must not be copied for each of them.
    if (items) items.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, items]) => ({ id: day, label: dateHeading(day), items }));
}

function dokumentEntry(dokument: DokumentView): TimelineEntry {
  const signed = dokument.versions.some((version) => version.signatures.length > 0);
  return {
    id: dokument.id,
    at: dokument.createdAt,
    icon: ICONS[dokument.art],
    title: dokument.betreff,
    who: dokument.createdBy,
    dokument,
    mark: signed ? 'signiert' : null,
  };
}

function zeichnungEntry(zeichnung: ZeichnungView, index: number): TimelineEntry {
  return {
    id: `zeichnung-${index}`,
    at: zeichnung.at,
    icon: 'task-alt',
    title: `${nameOf(zeichnung)}: ${zeichnung.dokument}`,
    who: zeichnung.person,
    dokument: null,
    mark: 'gezeichnet',
  };
}

/** What a Zeichnung is called; its decision stands in the tab of its own. */
export function nameOf(zeichnung: ZeichnungView): string {
  const names: Readonly<Record<ZeichnungView['art'], string>> = {
    sachlich: $localize`:@@zeichnung.sachlich:Sachlich geprüft`,
    mitzeichnung: $localize`:@@zeichnung.mitzeichnung:Mitzeichnung`,
    schlusszeichnung: $localize`:@@zeichnung.schlusszeichnung:Schlusszeichnung`,
  };
  return names[zeichnung.art];
}

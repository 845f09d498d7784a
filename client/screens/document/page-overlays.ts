import type { AnnotationView, LayersView } from '../../../server/contract/annotation-views.js';
import type { LayerName } from './document-layers.js';
import type { Box } from './page-text.js';
import type { Hit } from './text-search.js';

/** Something that is drawn over a page, by its places in PDF user space. */
export interface PageOverlay {
  readonly id: string;
  readonly kind: 'highlight' | 'note' | 'redaction' | 'signature' | 'found' | 'found-shown';
  readonly boxes: readonly Box[];
  /** What the pin of an annotation is called; null: there is nothing to press. */
  readonly label: string | null;
}

/** Words that were looked for. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Id of the one that is shown. */
  readonly shown: string | null;
}

/** By page: what of the layers is drawn on it, of those that are wanted, and over it what was found. */
export function overlaysByPage(
  view: LayersView | null,
  wanted: ReadonlySet<LayerName>,
  { hits, shown }: Found = { hits: [], shown: null },
): ReadonlyMap<number, PageOverlay[]> {
  const pages = new Map<number, PageOverlay[]>();
  const add = (page: number, overlay: PageOverlay) => pages.set(page, [...(pages.get(page) ?? []), overlay]);
  if (wanted.has('redactions')) {
    view?.redactions.forEach(({ page, boxes }, index) =>
      add(page, { id: `redaction ${index}`, kind: 'redaction', boxes, label: null }),
    );
  }
  if (wanted.has('annotations')) {
    view?.annotations.forEach((one) => add(one.page, { ...one, label: nameOf(one) }));
  }
  for (const { id, page, boxes } of hits) {
    add(page, { id: `found ${id}`, kind: id === shown ? 'found-shown' : 'found', boxes, label: null });
  }
  return pages;
}

/** An annotation in one line, for whoever hears it. */
export function nameOf({ author, text }: Pick<AnnotationView, 'author' | 'text'>): string {
  return text === ''
    ? $localize`:@@annotation.marked:Markiert von ${author}:author:`
    : $localize`:@@annotation.noted:Anmerkung von ${author}:author:: ${text}:text:`;
}

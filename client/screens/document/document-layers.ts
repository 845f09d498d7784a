import { computed, inject, signal, type Signal } from '@angular/core';
import type { AnnotationView, LayersView } from '../../../server/contract/annotation-views.js';
import type { MarkBox } from '../../../server/contract/schwaerzung-views.js';
import { liveView, type LiveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';

/** What lies over the paper and can be put aside, each for itself. */
export const LAYERS = ['annotations', 'receipt', 'redactions', 'signatures'] as const;
export type LayerName = (typeof LAYERS)[number];

/** A version whose pages are shown. */
export interface ShownVersion {
  readonly dokumentId: string;
  readonly nummer: number;
}

/** Where something is to be noted; without boxes to the page as a whole. */
export interface NotedPlace {
  readonly page: number;
  readonly boxes: MarkBox[];
  /** `text`: the boxes are lines of text that was selected. */
  readonly from: 'text' | 'point' | 'page';
}

/** What a sheet is open for: a new note, or one whose words are changed. */
export type Noting =
  { readonly kind: 'new'; readonly place: NotedPlace } | { readonly kind: 'old'; readonly one: AnnotationView };

export interface DocumentLayers {
  readonly version: Signal<ShownVersion | null>;
  readonly view: LiveView<LayersView>;
  /** The layers that the person wants to see, on every paper. */
  readonly wanted: Signal<ReadonlySet<LayerName>>;
  readonly noting: ReturnType<typeof signal<Noting | null>>;
  /** The annotation that was chosen on the paper or in the list. */
  readonly active: ReturnType<typeof signal<string | null>>;
  toggle(layer: LayerName): void;
}

/** What lies over the pages of a version. Call it in an injection context. */
export function documentLayers(version: Signal<ShownVersion | null>): DocumentLayers {
  const session = inject(Session);
  // Of the person and not of the browser: the next one at this desk has not put anything aside.
  const key = computed(() => `laufmappe.layers.${session.person()?.id ?? ''}`);
  const changed = signal(0);
  const hidden = computed(() => {
    changed();
    return (localStorage.getItem(key()) ?? '').split(' ');
  });
  const wanted = computed(() => new Set(LAYERS.filter((layer) => !hidden().includes(layer))));
  return {
    version,
    view: liveView<LayersView>(() => {
      const shown = version();
      return shown && `dokumente/${shown.dokumentId}/versionen/${shown.nummer}/ebenen`;
    }, ['vorgang']),
    wanted,
    noting: signal<Noting | null>(null),
    active: signal<string | null>(null),
    toggle: (layer) => {
      const now = hidden().filter((name) => name !== '' && name !== layer);
      localStorage.setItem(key(), [...now, ...(wanted().has(layer) ? [layer] : [])].join(' '));
      changed.update((count) => count + 1);
    },
  };
}

/** A page of a Dokument, as it stands in „Zuletzt getan“. */
export function onPage(title: string, page: number): string {
  return $localize`:@@annotation.onPage:${title}:title:, Seite ${page}:page:`;
}

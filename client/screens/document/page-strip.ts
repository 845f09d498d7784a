import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { IconButton } from '../../ui/button/icon-button.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Tree } from '../../ui/tree/tree.js';
import { AnnotationList } from './annotation-list.js';
import { DrawingQueue } from './drawing-queue.js';
import { type Outline, pageOf, readOutline } from './outline.js';
import { PageThumbnail } from './page-thumbnail.js';
import type { PdfState, StripPanel } from './pdf-state.js';
import { SearchPanel } from './search-panel.js';

/** Two at a time: more would only wait for each other in the one worker of the library. */
const AT_ONCE = 2;

/** Beside the paper: its pages, small, and its outline. Arrows go through the pages, the paper follows. */
@Component({
  selector: 'lm-page-strip',
  imports: [AnnotationList, IconButton, Listbox, MenuButton, PageThumbnail, SearchPanel, Tree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.wider]': "panel() === 'search'" },
  templateUrl: './page-strip.html',
  styleUrl: './page-strip.css',
})
export class PageStrip {
  readonly state = input.required<PdfState>();
  readonly title = input.required<string>();
  /** Something was chosen, not only passed: where the strip covers the paper, it makes room. */
  readonly chosen = output();
  readonly closed = output();

  protected readonly queue = new DrawingQueue(AT_ONCE);
  protected readonly outline = signal<Outline | null>(null);
  protected readonly expanded = signal<ReadonlySet<string>>(new Set());
  protected readonly heading = signal<string | null>(null);
  protected readonly names: Readonly<Record<StripPanel, string>> = {
    pages: $localize`:@@document.pages:Seiten`,
    outline: $localize`:@@document.outline:Gliederung`,
    annotations: $localize`:@@annotation.layer:Anmerkungen`,
    search: $localize`:@@document.search:Suche`,
  };
  /** A file that lies in no Vorgang has nobody's annotations. */
  private readonly offered = computed<readonly StripPanel[]>(() =>
    this.state().layers()?.view.value()
      ? ['pages', 'outline', 'annotations', 'search']
      : ['pages', 'outline', 'search'],
  );
  protected readonly panel = computed<StripPanel>(() => {
    const strip = this.state().strip();
    return strip !== 'none' && this.offered().includes(strip) ? strip : 'pages';
  });
  protected readonly choices = computed(() =>
    this.offered().map((id): MenuItem<StripPanel> => ({
      id,
      label: this.names[id],
      icon: ICONS[id],
      ...(id === this.panel() ? { state: 'chosen' } : {}),
    })),
  );
  protected readonly pages = computed(() => {
    const { pages } = this.state().page();
    return [{ id: 'pages', label: '', items: Array.from({ length: pages }, (_, index) => index + 1) }];
  });
  protected readonly page = computed(() => String(this.state().page().page));
  protected readonly idOf = String;
  private readonly list = viewChild<Listbox<number>>(Listbox);
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => {
      const pdf = this.state().pdf();
      untracked(() => {
        this.outline.set(null);
        this.expanded.set(new Set());
        this.heading.set(null);
      });
      if (!pdf) return;
      void readOutline(pdf).then((outline) => {
        if (this.state().pdf() !== pdf) return;
        this.outline.set(outline);
        this.expanded.set(new Set(outline.nodes.map(({ id }) => id)));
      });
    });
    effect(() => {
      const [page, list] = [this.page(), this.list()];
      if (list) afterNextRender(() => list.reveal(page), { injector: this.injector });
    });
  }

  protected show(panel: StripPanel): void {
    if (panel === 'search') this.state().find();
    else this.state().showStrip(panel);
  }

  protected goTo(page: string | null): void {
    if (page !== null && page !== this.page()) this.state().goTo({ page: Number(page) });
  }

  protected async follow(id: string | null): Promise<void> {
    this.heading.set(id);
    const pdf = this.state().pdf();
    const page = pdf && id !== null ? await pageOf(pdf, this.outline()?.destinations.get(id) ?? null) : null;
    if (page === null || this.state().pdf() !== pdf) return;
    this.state().goTo({ page });
    this.chosen.emit();
  }

  protected key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.closed.emit();
  }
}

const ICONS = { pages: 'description', outline: 'toc', annotations: 'sticky-note-2', search: 'search' } as const;

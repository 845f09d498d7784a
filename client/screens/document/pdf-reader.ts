import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { AnnotationSheet } from './annotation-sheet.js';
import { documentLayers, onPage, type ShownVersion } from './document-layers.js';
import { PageStrip } from './page-strip.js';
import type { PdfState } from './pdf-state.js';
import { PdfViewer } from './pdf-viewer.js';
import type { ShownPlace } from './shown-place.js';
import { TextView } from './text-view.js';

/** From this width on the strip stands beside the paper; below it lies upon it. */
const BESIDE_PX = 400;

/** A PDF with what helps to find one's way in it: the paper, and beside it on demand a strip with its pages and its outline. */
@Component({
  selector: 'lm-pdf-reader',
  imports: [AnnotationSheet, PageStrip, PdfViewer, TextView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.covering]': '!beside()' },
  template: `@if (stripShown()) {
      @defer (on immediate) {
        <lm-page-strip [state]="state()" [title]="title()" (chosen)="beside() || shut()" (closed)="shut()" />
      }
    }
    @if (state().pointing() === 'place') {
      <p class="hint" role="status" i18n="@@annotation.pointing">Stelle anklicken · Esc bricht ab</p>
    }
    @if (layers.noting(); as noting) {
      @defer (on immediate) {
        <lm-annotation-sheet [layers]="layers" [noting]="noting" [title]="title()" (closed)="layers.noting.set(null)" />
      }
    }
    <div class="paper">
      <lm-pdf-viewer
        #viewer
        role="document"
        [url]="url()"
        [state]="state()"
        [places]="places()"
        [active]="active()"
        [attr.aria-label]="title()"
        [inert]="asText()"
        (chosen)="chosen.emit($event)"
        (noteChosen)="showNote($event)"
      />
      @if (asText()) {
        @defer (on immediate) {
          <lm-text-view role="document" [state]="state()" [attr.aria-label]="title()" />
        }
      }
    </div>`,
  styles: `
    :host {
      position: relative;
      display: flex;
      flex: 1;
      min-height: 0;
    }
    .paper {
      position: relative;
      display: flex;
      flex: 1;
      min-width: 0;
    }
    lm-pdf-viewer {
      flex: 1;
      min-width: 0;
    }
    /* Upon the paper, which stays where it was and need not be opened and drawn anew. */
    lm-text-view {
      position: absolute;
      inset: 0;
    }
    .hint {
      position: absolute;
      z-index: 1;
      top: 8px;
      left: 50%;
      margin: 0;
      padding: 4px 12px;
      border-radius: 4px;
      background: var(--accent);
      color: var(--on-accent);
      font-size: 0.8125rem;
      translate: -50%;
    }
    :host(.covering) lm-page-strip {
      position: absolute;
      inset: 0 auto 0 0;
      z-index: 1;
      width: min(240px, 85%);
      box-shadow: var(--shadow-float);
    }
  `,
})
export class PdfReader {
  readonly url = input.required<string>();
  readonly title = input.required<string>();
  readonly state = input.required<PdfState>();
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  readonly chosen = output<string>();
  /** Of a Dokument in a Vorgang; null where nothing can lie over the pages. */
  readonly version = input<ShownVersion | null>(null);

  protected readonly layers = documentLayers(this.version);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly beside = signal(true);
  protected readonly stripShown = computed(() => this.state().strip() !== 'none');
  protected readonly asText = computed(() => this.state().reading() === 'text' && this.state().pdf() !== null);
  private readonly paper = viewChild.required(PdfViewer);
  private readonly viewer = viewChild.required<unknown, ElementRef<HTMLElement>>('viewer', { read: ElementRef });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    let measured = false;
    let wasText = false;
    const observer = new ResizeObserver(() => {
      if (host.clientWidth === 0) return;
      this.beside.set(host.clientWidth >= BESIDE_PX);
      // A strip that was left open on a wide screen does not cover the paper of a narrow one that nobody has seen yet.
      if (!measured && !this.beside()) this.state().strip.set('none');
      measured = true;
    });
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    effect(() => {
      this.url();
      untracked(() => this.state().begin());
    });
    effect(() => {
      const state = this.state();
      state.layers.set(this.layers);
      untracked(() => this.layers.active.set(null));
    });
    inject(DestroyRef).onDestroy(() => this.state().layers.set(null));
    // The words leave, and the focus with them: it comes back to the paper.
    afterRenderEffect(() => {
      if (!this.asText() && wasText && document.activeElement === document.body) this.viewer().nativeElement.focus();
      wasText = this.asText();
    });
  }

  /** Asks for words to the selected text, or to the page in view where nothing is selected. */
  note(): void {
    if (!this.layers.view.value()?.mayAdd) return;
    const place = this.paper().selectedPlace() ?? { page: this.state().page().page, boxes: [], from: 'page' as const };
    this.layers.noting.set({ kind: 'new', place });
  }

  /** Marks the selected text, without words. */
  async highlight(): Promise<void> {
    const [place, version] = [this.paper().selectedPlace(), this.version()];
    if (!this.layers.view.value()?.mayAdd || !version) return;
    if (!place) return this.toasts.show($localize`:@@annotation.selectFirst:Zuerst Text auf der Seite auswählen.`);
    getSelection()?.removeAllRanges();
    this.state().selected.set(null);
    const { page, boxes } = place;
    const input = { ...version, page, boxes, kind: 'highlight', text: '' } as const;
    const answer = await this.acts.run('annotation.addAnnotation', input, onPage(this.title(), page));
    if (isRefusal(answer))
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
  }

  protected showNote(id: string): void {
    this.layers.active.set(id);
    this.state().showStrip('annotations');
  }

  /** The strip goes, and the focus with it: it comes back to the paper. */
  protected shut(): void {
    if (this.beside()) this.state().showStrip('none');
    else this.state().strip.set('none');
    this.viewer().nativeElement.focus();
  }
}

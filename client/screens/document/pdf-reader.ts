import {
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
import { PageStrip } from './page-strip.js';
import type { PdfState } from './pdf-state.js';
import { PdfViewer } from './pdf-viewer.js';
import type { ShownPlace } from './shown-place.js';

/** From this width on the strip stands beside the paper; below it lies upon it. */
const BESIDE_PX = 400;

/** A PDF with what helps to find one's way in it: the paper, and beside it on demand a strip with its pages and its outline. */
@Component({
  selector: 'lm-pdf-reader',
  imports: [PageStrip, PdfViewer],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.covering]': '!beside()' },
  template: `@if (stripShown()) {
      @defer (on immediate) {
        <lm-page-strip [state]="state()" (chosen)="beside() || shut()" (closed)="shut()" />
      }
    }
    <lm-pdf-viewer
      #viewer
      role="document"
      [url]="url()"
      [state]="state()"
      [places]="places()"
      [active]="active()"
      [attr.aria-label]="title()"
      (chosen)="chosen.emit($event)"
    />`,
  styles: `
    :host {
      position: relative;
      display: flex;
      flex: 1;
      min-height: 0;
    }
    lm-pdf-viewer {
      flex: 1;
      min-width: 0;
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

  protected readonly beside = signal(true);
  protected readonly stripShown = computed(() => this.state().strip() !== 'none');
  private readonly viewer = viewChild.required<unknown, ElementRef<HTMLElement>>('viewer', { read: ElementRef });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    let measured = false;
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
  }

  /** The strip goes, and the focus with it: it comes back to the paper. */
  protected shut(): void {
    if (this.beside()) this.state().showStrip('none');
    else this.state().strip.set('none');
    this.viewer().nativeElement.focus();
  }
}

import {
  afterNextRender,
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { IconButton } from '../button/icon-button.js';

let next = 0;

/**
 * A modal dialog, open as long as it stands in the page (wrap it in `@if`). What is marked with `data-dialog-focus` has the
 * focus, else the first field, or where there is none the first act, never the button that closes. The native element keeps
 * the focus inside and closes on Esc; the element that had the focus before gets it back.
 */
@Component({
  selector: 'lm-dialog',
  imports: [IconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dialog
    #dialog
    [attr.aria-labelledby]="id"
    [class]="width()"
    (cancel)="cancel($event)"
    (close)="closed.emit()"
  >
    <header>
      <h2 [id]="id">{{ heading() }}</h2>
      <button
        lmIconButton
        type="button"
        icon="close"
        label="Schließen"
        i18n-label="@@ui.close"
        (click)="close()"
      ></button>
    </header>
    <div class="body" tabindex="-1"><ng-content /></div>
    <footer><ng-content select="[dialogActs]" /></footer>
  </dialog>`,
  styleUrl: './dialog.css',
  host: { '(keydown.escape)': 'escape($event)' },
})
export class Dialog {
  readonly heading = input.required<string>();
  /** `full`: a bench to work at; it fills the screen, and what stands in it scrolls for itself. */
  readonly width = input<'normal' | 'wide' | 'full'>('normal');
  readonly closed = output();

  protected readonly id = `dialog-${++next}`;
  private readonly application = inject(ApplicationRef);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const before = document.activeElement;
    let shown: HTMLDialogElement | undefined;
    afterNextRender(() => open((shown = this.dialog().nativeElement)));
    inject(DestroyRef).onDestroy(() => {
      // While it is open, nothing outside of it takes the focus.
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    });
  }

  close(): void {
    this.closed.emit();
  }

  /**
   * The native way closes at once and says so a task later, and Chromium lets `cancel` stop that only where the person did
   * something since it opened. Rendered at once: the next key, which may wait already, is for the page below.
   */
  protected escape(event: Event): void {
    if (event.defaultPrevented || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    this.closed.emit();
    this.application.tick();
  }

  /** Other ways to ask for the end, such as the back gesture of a phone. */
  protected cancel(event: Event): void {
    // A file field inside says „cancel“, too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.closed.emit();
  }
}

const FIELDS = ['input:not([tabindex="-1"], [type="hidden"])', 'select', 'textarea'].map((field) => `.body ${field}`);

function open(dialog: HTMLDialogElement): void {
  dialog.showModal();
  const first =
    dialog.querySelector<HTMLElement>('[data-dialog-focus]') ??
    dialog.querySelector<HTMLElement>(FIELDS.join(', ')) ??
    dialog.querySelector<HTMLElement>('footer button');
  (first ?? dialog.querySelector<HTMLElement>('.body'))?.focus();
}

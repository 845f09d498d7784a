import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { ReceiptStamp } from '../../../server/contract/annotation-views.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { TextField } from '../../ui/field/text-field.js';
import { Progress } from '../../ui/progress/progress.js';
import type { PDFDocumentProxy } from './pdf.js';
import { printPages, type Printing } from './print-pages.js';
import { paintStamp } from './receipt-stamp.js';

/** As many pictures as a workstation holds in memory; whoever prints more prints the file itself. */
const MOST = 200;

/** Which pages go to the printer. */
@Component({
  selector: 'lm-print-sheet',
  imports: [Alert, Button, Checkbox, Dialog, Progress, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Drucken" i18n-heading="@@document.print" (closed)="closed.emit()">
    <div class="stack">
      <div class="range">
        <lm-text-field
          label="Von Seite"
          i18n-label="@@document.printFrom"
          keyboard="numeric"
          [longest]="6"
          [(value)]="from"
        />
        <lm-text-field
          label="Bis Seite"
          i18n-label="@@document.printTo"
          keyboard="numeric"
          [longest]="6"
          [(value)]="to"
          [error]="against()"
        />
      </div>
      @if (receipt()) {
        <lm-checkbox [(checked)]="stamped"
          ><ng-container i18n="@@document.printStamp">Mit Eingangsstempel</ng-container></lm-checkbox
        >
      }
      @if (done() !== null) {
        <p role="status" i18n="@@document.printDrawn">Gezeichnet: {{ done() }} von {{ count() }} Seiten</p>
        <lm-progress label="Seiten" i18n-label="@@document.pages" [value]="(done() ?? 0) / count()" />
      }
      @if (failed()) {
        <lm-alert
          kind="danger"
          title="Von diesen Seiten lässt sich keine zeichnen."
          i18n-title="@@document.printFailed"
        />
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="done() === null ? 'ready' : 'busy'"
        [disabled]="against() !== null"
        (click)="print()"
        i18n="@@document.print"
      >
        Drucken
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .range {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
      gap: 12px;
    }
  `,
})
export class PrintSheet {
  readonly pdf = input.required<PDFDocumentProxy>();
  /** What the stamp would say; null: it came another way. */
  readonly receipt = input<ReceiptStamp | null>(null);
  readonly closed = output();

  protected readonly from = signal('1');
  protected readonly stamped = signal(true);
  protected readonly done = signal<number | null>(null);
  protected readonly failed = signal(false);
  private readonly pages = computed(() => this.pdf().numPages);
  protected readonly to = linkedSignal(() => String(Math.min(MOST, this.pages())));
  private readonly range = computed(() => ({ from: Number(this.from()), to: Number(this.to()) }));
  protected readonly count = computed(() => this.range().to - this.range().from + 1);
  protected readonly against = computed(() => {
    const { from, to } = this.range();
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from || to > this.pages()) {
      return $localize`:@@document.printRange:Bitte Seiten zwischen 1 und ${this.pages()}:pages: angeben.`;
    }
    if (to - from < MOST) return null;
    return $localize`:@@document.printMost:Höchstens ${MOST}:most: Seiten auf einmal. Mehr druckt die heruntergeladene Datei.`;
  });
  private readonly abort = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.abort.abort());
  }

  protected async print(): Promise<void> {
    if (this.against() !== null || this.done() !== null) return;
    this.done.set(0);
    this.failed.set(false);
    const progress = (pages: number) => this.done.set(pages);
    const stamp = this.stamped() ? this.receipt() : null;
    const paint: Printing['paint'] = (page, context, { size }, scale) => {
      if (page === 1 && stamp) paintStamp(context, stamp, size, scale);
    };
    const printed = await printPages({ pdf: this.pdf(), ...this.range(), paint, progress }, this.abort.signal);
    if (this.abort.signal.aborted) return;
    this.done.set(null);
    if (printed > 0) this.closed.emit();
    else this.failed.set(true);
  }
}

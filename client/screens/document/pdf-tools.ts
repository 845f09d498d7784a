import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { IconButton } from '../../ui/button/icon-button.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import type { PdfState } from './pdf-state.js';
import { PrintSheet } from './print-sheet.js';

type View = 'right' | 'left' | 'pairs' | 'print';

/** What can be done with the look of a PDF: strip, zoom, turning, two pages side by side. */
@Component({
  selector: 'lm-pdf-tools',
  imports: [IconButton, MenuButton, PrintSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<button
      lmIconButton
      type="button"
      icon="toc"
      aria-keyshortcuts="L"
      label="Seitenleiste"
      i18n-label="@@document.strip"
      [attr.aria-pressed]="state().strip() !== 'none'"
      (click)="state().toggleStrip()"
    ></button>
    @if (state().page().pages > 0) {
      <span class="muted pages" i18n="@@document.page"
        >Seite {{ state().page().page }} von {{ state().page().pages }}</span
      >
    }
    <span class="spacer"></span>
    <button
      lmIconButton
      type="button"
      icon="zoom-out"
      label="Verkleinern"
      i18n-label="@@document.zoomOut"
      (click)="state().step(-1)"
    ></button>
    <button
      type="button"
      class="fit"
      [attr.aria-pressed]="state().zoom() === 'width'"
      (click)="state().zoom.set('width')"
      i18n="@@document.fit"
    >
      Breite
    </button>
    <button
      lmIconButton
      type="button"
      icon="zoom-in"
      label="Vergrößern"
      i18n-label="@@document.zoomIn"
      (click)="state().step(1)"
    ></button>
    <lm-menu-button
      icon="more-horiz"
      label="Ansicht des Dokuments"
      i18n-label="@@document.view"
      [items]="items()"
      (chosen)="choose($event)"
    />
    @if (printing() && state().pdf(); as pdf) {
      @defer (on immediate) {
        <lm-print-sheet [pdf]="pdf" (closed)="printing.set(false)" />
      }
    }`,
  styleUrl: './pdf-tools.css',
})
export class PdfTools {
  readonly state = input.required<PdfState>();

  protected readonly printing = signal(false);
  protected readonly items = computed<readonly MenuItem<View>[]>(() => [
    { id: 'right', icon: 'rotate-right', label: $localize`:@@document.turnRight:Nach rechts drehen` },
    { id: 'left', icon: 'rotate-left', label: $localize`:@@document.turnLeft:Nach links drehen` },
    {
      id: 'pairs',
      icon: 'auto-stories',
      label:
        this.state().sheets() === 'pairs'
          ? $localize`:@@document.single:Einzelne Seiten`
          : $localize`:@@document.pairs:Zwei Seiten nebeneinander`,
    },
    { id: 'print', icon: 'print', label: $localize`:@@document.printDots:Drucken …` },
  ]);

  protected choose(id: View): void {
    const state = this.state();
    if (id === 'right') state.turnBy(90);
    else if (id === 'left') state.turnBy(-90);
    else if (id === 'print') this.printing.set(true);
    else state.sheets.update((sheets) => (sheets === 'pairs' ? 'single' : 'pairs'));
  }
}

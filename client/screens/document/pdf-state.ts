import { computed, signal } from '@angular/core';
import type { DocumentLayers } from './document-layers.js';
import type { PDFDocumentProxy } from './pdf.js';
import { PdfText } from './pdf-text.js';
import { TextSearch } from './text-search.js';

/** By how much the paper is turned clockwise, beyond what the file says. */
export type Turn = 0 | 90 | 180 | 270;

/** What the strip beside the paper shows. */
export type StripPanel = 'pages' | 'outline' | 'annotations' | 'search';

/** A place to bring into view; without `box` the upper edge of the page. */
export interface Target {
  readonly page: number;
  readonly box?: readonly [number, number, number, number];
}

const STRIP = 'laufmappe.document.strip';
const ZOOM_STEP = 1.2;

/** How a PDF is shown, shared by the head of the pane, the strip of pages and the paper. Zoom and strip outlive the paper. */
export class PdfState {
  /** `width`: the paper fills the pane; a number is the zoom in CSS px per point at 96 dpi (1 = 100 %). */
  readonly zoom = signal<'width' | number>('width');
  readonly turn = signal<Turn>(0);
  readonly sheets = signal<'single' | 'pairs'>('single');
  readonly strip = signal<'none' | StripPanel>(keptStrip());
  /** Page in view and number of pages. */
  readonly page = signal({ page: 1, pages: 0 });
  readonly pdf = signal<PDFDocumentProxy | null>(null);
  readonly text = computed(() => {
    const pdf = this.pdf();
    return pdf && new PdfText(pdf);
  });
  /** `text`: the words of the pages alone, to be read and copied. */
  readonly reading = signal<'paper' | 'text'>('paper');
  readonly search = new TextSearch();
  /** Counts how often somebody wanted to look for something: the field takes the focus each time. */
  readonly asked = signal(0);
  readonly target = signal<Target | null>(null);
  /** What lies over the paper; null until there is paper. */
  readonly layers = signal<DocumentLayers | null>(null);
  /** Text that was selected last; it outlives the click on a button, which takes the selection of the browser away. */
  readonly selected = signal<Range | null>(null);
  /** `place`: the next click on the paper says where a note goes. */
  readonly pointing = signal<'nothing' | 'place'>('nothing');
  /** The zoom that `width` comes to. */
  readonly zoomNow = signal(1);

  step(direction: 1 | -1): void {
    this.zoom.set(Math.min(5, Math.max(0.25, this.zoomNow() * ZOOM_STEP ** direction)));
  }

  turnBy(quarter: 90 | -90): void {
    this.turn.update((turn) => ((turn + quarter + 360) % 360) as Turn);
  }

  goTo(target: Target): void {
    // A new object each time: whoever asks for the same page again wants to see it again.
    this.target.set({ ...target });
  }

  /** Opens the strip, or shuts it; the next paper finds it as it was left. */
  showStrip(panel: 'none' | StripPanel): void {
    localStorage.setItem(STRIP, panel);
    this.strip.set(panel);
  }

  /** Opens the strip at the field to look for words. It is not kept: the next page load finds the strip that was open before. */
  find(): void {
    this.strip.set('search');
    this.asked.update((asked) => asked + 1);
  }

  toggleText(): void {
    this.reading.update((reading) => (reading === 'text' ? 'paper' : 'text'));
  }

  toggleStrip(): void {
    this.showStrip(this.strip() === 'none' ? 'pages' : 'none');
  }

  /** What belongs to the paper that is gone. */
  begin(): void {
    this.turn.set(0);
    this.target.set(null);
    this.selected.set(null);
    this.pointing.set('nothing');
    this.search.end();
    this.page.set({ page: 1, pages: 0 });
  }
}

function keptStrip(): 'none' | StripPanel {
  const kept = localStorage.getItem(STRIP);
  return kept === 'pages' || kept === 'outline' || kept === 'annotations' ? kept : 'none';
}

import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { IconButton } from '../../ui/button/icon-button.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { LAYERS, type LayerName } from './document-layers.js';
import type { PdfReader } from './pdf-reader.js';
import type { PdfState } from './pdf-state.js';
import { PrintSheet } from './print-sheet.js';

type Look = 'text' | 'right' | 'left' | 'pairs' | 'print';
type Noting = 'highlight' | 'note' | 'place';

/** What can be done with the look of a PDF: strip, zoom, turning, two pages side by side, layers; and noting something on it. */
@Component({
  selector: 'lm-pdf-tools',
  imports: [IconButton, MenuButton, PrintSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pdf-tools.html',
  styleUrl: './pdf-tools.css',
})
export class PdfTools {
  readonly state = input.required<PdfState>();
  /** Null: nothing can be noted here. */
  readonly reader = input<Pick<PdfReader, 'note' | 'highlight'> | null>(null);

  protected readonly printing = signal(false);
  protected readonly layers = computed(() => this.state().layers());
  protected readonly view = computed(() => this.layers()?.view.value() ?? null);
  protected readonly items = computed<readonly MenuItem<Look | LayerName>[]>(() => [
    {
      id: 'text',
      icon: 'text-fields',
      keys: 't',
      label: $localize`:@@document.asText:Als Text lesen`,
      ...(this.state().reading() === 'text' ? { state: 'chosen' } : {}),
    },
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
    ...(this.view() ? LAYERS.map((layer, index) => this.layerItem(layer, index)) : []),
  ]);
  protected readonly notings = computed<readonly MenuItem<Noting>[]>(() => {
    const selected = this.state().selected() !== null;
    return [
      {
        id: 'highlight',
        icon: 'ink-highlighter',
        keys: 'h',
        label: $localize`:@@annotation.highlight:Auswahl markieren`,
        ...(selected
          ? {}
          : { state: 'blocked', note: $localize`:@@annotation.selectFirst:Zuerst Text auf der Seite auswählen.` }),
      },
      {
        id: 'note',
        icon: 'sticky-note-2',
        keys: 'n',
        label: selected
          ? $localize`:@@annotation.noteText:Notiz zur Auswahl`
          : $localize`:@@annotation.notePage:Notiz an diese Seite`,
      },
      { id: 'place', icon: 'north-east', label: $localize`:@@annotation.notePlace:Notiz an eine Stelle` },
    ];
  });

  protected choose(id: Look | LayerName): void {
    const state = this.state();
    switch (id) {
      case 'text':
        return state.toggleText();
      case 'right':
        return state.turnBy(90);
      case 'left':
        return state.turnBy(-90);
      case 'pairs':
        return state.sheets.update((sheets) => (sheets === 'pairs' ? 'single' : 'pairs'));
      case 'print':
        return this.printing.set(true);
      default:
        this.layers()?.toggle(id);
    }
  }

  protected annotate(id: Noting): void {
    if (id === 'highlight') void this.reader()?.highlight();
    else if (id === 'note') this.reader()?.note();
    else this.state().pointing.set('place');
  }

  private layerItem(id: LayerName, index: number): MenuItem<LayerName> {
    const shown = this.layers()?.wanted().has(id) ?? false;
    return {
      id,
      label: LAYER_NAMES[id],
      icon: LAYER_ICONS[id],
      // The sign alone would not be heard.
      note: shown ? $localize`:@@layer.shown:eingeblendet` : $localize`:@@layer.hidden:ausgeblendet`,
      ...(shown ? { state: 'chosen' } : {}),
      ...(index === 0 ? { section: $localize`:@@layer.layers:Ebenen` } : {}),
    };
  }
}

const LAYER_NAMES: Readonly<Record<LayerName, string>> = {
  annotations: $localize`:@@annotation.layer:Anmerkungen`,
  receipt: $localize`:@@layer.receipt:Eingangsstempel`,
  redactions: $localize`:@@layer.redactions:Schwärzungen (Entwurf)`,
  signatures: $localize`:@@layer.signatures:Signaturen`,
};

const LAYER_ICONS = {
  annotations: 'sticky-note-2',
  receipt: 'approval',
  redactions: 'ink-highlighter',
  signatures: 'signature',
} as const;

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { RechnungFacts } from '../../../server/contract/examination.js';
import { Language } from '../../live/language.js';
import { byteSize } from '../../locale/format.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Icon } from '../../ui/icon/icon.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { PartMissing } from '../shared/part-missing.js';
import { OfficePreview } from './office-preview.js';
import { isOffice, isXml, leading, type Paper, versionOf, viewOf } from './paper.js';
import { PdfReader } from './pdf-reader.js';
import { PdfState } from './pdf-state.js';
import { PdfTools } from './pdf-tools.js';
import { RechnungSheet } from './rechnung-sheet.js';
import type { ShownPlace } from './shown-place.js';

/** The document beside the work: choice of paper, zoom, places, text, download, signatures in one sentence each. */
@Component({
  selector: 'lm-document-pane',
  // One by one: what is only used in a `@defer` is loaded later where it stands in no list of its own.
  imports: [
    Button,
    EmptyState,
    Icon,
    IconButton,
    Keys,
    MenuButton,
    OfficePreview,
    PartMissing,
    PdfReader,
    PdfTools,
    RechnungSheet,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './document-pane.html',
  styleUrl: './document-pane.css',
})
export class DocumentPane {
  readonly papers = input.required<readonly Paper[]>();
  readonly places = input<readonly ShownPlace[]>([]);
  /** Id of the paper that the places belong to. */
  readonly placesOn = input<string | null>(null);
  readonly active = input<string | null>(null);
  /** Facts of a structured invoice among the papers: its XML is then shown in words. */
  readonly rechnung = input<RechnungFacts | null>(null);
  readonly placeChosen = output<string>();
  /** `wide`: the document has taken the width of its neighbours. */
  readonly width = model<'normal' | 'wide'>('normal');
  readonly widening = input<'offered' | 'none'>('none');
  /** Paper to show; the leading one where nothing was chosen. */
  readonly chosen = input<string | null>(null);

  protected readonly language = inject(Language);
  protected readonly size = byteSize;
  protected readonly selected = linkedSignal<readonly Paper[], string | null>({
    source: this.papers,
    computation: (papers, previous) =>
      papers.some((paper) => paper.id === previous?.value) ? (previous?.value ?? null) : null,
  });
  protected readonly paper = computed(() => {
    const papers = this.papers();
    const wanted = this.selected() ?? this.chosen();
    return papers.find((paper) => paper.id === wanted) ?? leading(papers, this.structured() ? 'invoice' : 'none');
  });
  protected readonly view = computed(() => {
    const paper = this.paper();
    if (paper && this.structured() && isXml(paper.file) && this.reading() === 'words') return 'rechnung';
    if (paper && isOffice(paper.file)) return 'office';
    return paper ? viewOf(paper.file) : null;
  });
  protected readonly shownPlaces = computed(() => (this.paper()?.id === this.placesOn() ? this.places() : []));
  protected readonly xml = computed(() => {
    const paper = this.paper();
    return paper !== null && this.structured() && isXml(paper.file);
  });
  protected readonly reading = signal<'words' | 'xml'>('words');
  protected readonly state = new PdfState();
  protected readonly page = this.state.page;
  protected readonly reader = viewChild<PdfReader>('reader');
  protected readonly version = computed(() => {
    const paper = this.paper();
    return paper && versionOf(paper.file);
  });
  /** A PDF, or the one that stands for an office file once it is there. */
  protected readonly zoomable = computed(() => {
    const view = this.view();
    return view === 'pdf' || (view === 'office' && this.page().pages > 0);
  });
  protected readonly choices = computed<readonly MenuItem[]>(() =>
    this.papers().map((paper) => ({
      id: paper.id,
      label: paper.version === null ? paper.title : `${paper.title}, ${versionName(paper.version)}`,
      note: `${paper.file.name} · ${byteSize(paper.file.size)}`,
      icon: ICONS[viewOf(paper.file)],
      ...(paper.id === this.paper()?.id ? { state: 'chosen' as const } : {}),
    })),
  );

  protected readonly keys = computed<readonly KeyBinding[]>(() =>
    this.zoomable()
      ? [
          { key: 'l', label: $localize`:@@document.strip:Seitenleiste`, run: () => this.state.toggleStrip() },
          {
            key: 'Control+f',
            label: $localize`:@@document.find:Im Dokument suchen`,
            where: 'fields',
            run: () => this.state.find(),
          },
          { key: 't', label: $localize`:@@document.asText:Als Text lesen`, run: () => this.state.toggleText() },
          { key: '+', label: $localize`:@@document.zoomIn:Vergrößern`, run: () => this.state.step(1) },
          {
            key: 'n',
            label: $localize`:@@annotation.note:Notiz an dieser Seite oder Auswahl`,
            run: () => this.reader()?.note(),
          },
          {
            key: 'h',
            label: $localize`:@@annotation.highlight:Auswahl markieren`,
            run: () => void this.reader()?.highlight(),
          },
          { key: '-', label: $localize`:@@document.zoomOut:Verkleinern`, run: () => this.state.step(-1) },
        ]
      : [],
  );
  private readonly structured = computed(() => (this.rechnung()?.source ?? 'text') !== 'text');
}

const ICONS = { pdf: 'description', image: 'document-scanner', text: 'text-fields', download: 'attach-file' } as const;

function versionName(nummer: number): string {
  return $localize`:@@document.versionName:Fassung ${nummer}:number:`;
}

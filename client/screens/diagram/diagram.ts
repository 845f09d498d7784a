import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { Alert } from '../../ui/alert/alert.js';
import { drawWords, markElements, type DiagramMark } from './draw-marks.js';
import { markKinds } from './kinds.js';
import { DIAGRAM_LOOK } from './look.js';
import { Models } from './models.js';
import { showReadable } from './readable.js';

/** A process model to look at, with the steps where it stands. The diagram library is loaded with the first model. */
@Component({
  selector: 'lm-diagram',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  host: { class: 'diagram' },
  template: `@if (broken()) {
      <lm-alert kind="danger" title="Das Modell lässt sich nicht anzeigen." i18n-title="@@diagram.broken" />
    }
    <div
      #canvas
      class="canvas"
      role="group"
      aria-label="Diagramm des Ablaufs; die Schritte stehen daneben in Worten."
      i18n-aria-label="@@diagram.label"
    ></div>`,
  styleUrl: './diagram.css',
})
export class Diagram {
  /** Address of the BPMN XML. */
  readonly url = input.required<string>();
  /** Ids of the elements where a token waits. */
  readonly active = input<readonly string[]>([]);
  /** Ids of the sequence flows that were taken. */
  readonly taken = input<readonly string[]>([]);
  readonly marks = input<readonly DiagramMark[]>([]);
  /** Id of the step that a list beside the diagram speaks of. */
  readonly chosen = input<string | null>(null);
  /** A step was clicked. */
  readonly picked = output<string>();

  protected readonly broken = signal(false);
  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly models = inject(Models);
  /** The viewer as soon as it shows a model. */
  private readonly viewer = signal<NavigatedViewer | null>(null);

  constructor() {
    effect(() => {
      const url = this.url();
      untracked(() => void this.show(url));
    });
    for (const [marker, ids] of [
      ['token', () => this.active()],
      ['taken', () => this.taken()],
      ['chosen', () => [this.chosen() ?? []].flat()],
    ] as const) {
      this.keepMarked(marker, ids);
    }
    effect(() => {
      const viewer = this.viewer();
      if (viewer) drawWords(viewer, this.marks());
    });
    effect(() => {
      const [viewer, id] = [this.viewer(), this.chosen()];
      if (viewer && id && viewer.get<Registry>('elementRegistry').get(id)) scrollTo(viewer, id);
    });
    inject(DestroyRef).onDestroy(() => this.viewer()?.destroy());
  }

  private keepMarked(marker: string, ids: () => readonly string[]): void {
    let [of, before]: [NavigatedViewer | null, readonly string[]] = [null, []];
    effect(() => {
      const viewer = this.viewer();
      if (viewer) before = markElements(viewer, marker, ids(), viewer === of ? before : []);
      of = viewer;
    });
  }

  private async show(url: string): Promise<void> {
    const [{ default: Viewer }, { default: zeebe }, xml] = await Promise.all([
      import('bpmn-js/lib/NavigatedViewer'),
      import('zeebe-bpmn-moddle/resources/zeebe.json'),
      this.models.read(url),
    ]);
    if (url !== untracked(this.url)) return;
    this.viewer()?.destroy();
    this.viewer.set(null);
    this.broken.set(xml === null);
    if (xml === null) return;
    const container = this.canvas().nativeElement;
    const viewer = new Viewer({ container, moddleExtensions: { zeebe }, ...DIAGRAM_LOOK });
    try {
      await viewer.importXML(xml);
    } catch {
      // Not BPMN, or damaged: the file stays as it is on the server, and the screen says so.
      return this.broken.set(true);
    }
    markKinds(viewer);
    const [first] = untracked(this.active);
    showReadable(viewer.get('canvas'), first ? viewer.get<Registry>('elementRegistry').get(first) : undefined);
    viewer.on('element.click', ({ element }: { element: { id: string; parent?: unknown } }) => {
      if (element.parent) this.picked.emit(element.id.replace(/_label$/, ''));
    });
    this.viewer.set(viewer);
  }
}

function scrollTo(viewer: NavigatedViewer, id: string): void {
  viewer.get<{ scrollToElement(id: string, padding: number): void }>('canvas').scrollToElement(id, 60);
}

interface Registry {
  get(id: string): object | undefined;
}

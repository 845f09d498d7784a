import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { Api } from '../../live/api.js';
import { Alert } from '../../ui/alert/alert.js';
import { markKinds } from './kinds.js';
import { DIAGRAM_LOOK } from './look.js';
import { readModel } from './read-model.js';
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
      aria-label="Diagramm des Ablaufs; die Schritte stehen darüber in Worten."
      i18n-aria-label="@@diagram.label"
    ></div>`,
  styleUrl: './diagram.css',
})
export class Diagram {
  /** Address of the BPMN XML. */
  readonly url = input.required<string>();
  /** Ids of the elements where a token waits. */
  readonly active = input<readonly string[]>([]);

  protected readonly broken = signal(false);
  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly api = inject(Api);
  private viewer: NavigatedViewer | null = null;
  private marked: readonly string[] = [];

  constructor() {
    effect(() => {
      const url = this.url();
      untracked(() => void this.show(url));
    });
    effect(() => this.mark(this.active()));
    inject(DestroyRef).onDestroy(() => this.viewer?.destroy());
  }

  private async show(url: string): Promise<void> {
    const [{ default: Viewer }, { default: zeebe }, xml] = await Promise.all([
      import('bpmn-js/lib/NavigatedViewer'),
      import('zeebe-bpmn-moddle/resources/zeebe.json'),
      readModel(this.api, url),
    ]);
    if (xml === null) return this.broken.set(true);
    this.viewer?.destroy();
    this.viewer = new Viewer({
      container: this.canvas().nativeElement,
      moddleExtensions: { zeebe },
      ...DIAGRAM_LOOK,
    });
    this.marked = [];
    try {
      await this.viewer.importXML(xml);
      markKinds(this.viewer);
      const [first] = untracked(this.active);
      const registry = this.viewer.get<{ get(id: string): object | undefined }>('elementRegistry');
      showReadable(this.viewer.get('canvas'), first ? registry.get(first) : undefined);
      this.mark(untracked(this.active));
    } catch {
      this.broken.set(true);
    }
  }

  private mark(active: readonly string[]): void {
    if (!this.viewer) return;
    const canvas = this.viewer.get<Canvas>('canvas');
    const registry = this.viewer.get<{ get(id: string): unknown }>('elementRegistry');
    for (const id of this.marked) if (registry.get(id)) canvas.removeMarker(id, 'token');
    this.marked = active.filter((id) => registry.get(id));
    for (const id of this.marked) canvas.addMarker(id, 'token');
  }
}

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}

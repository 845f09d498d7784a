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
import type { Finding } from '../../../server/contract/finding.js';
import { Language } from '../../live/language.js';
import { Alert } from '../../ui/alert/alert.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import type { Editor } from './editor.js';
import { outline, type OutlineEntry } from './outline.js';
import { OutlineList } from './outline-list.js';
import type { StepShape } from './step-kinds.js';
import { StepPalette } from './step-palette.js';

/** Palette, canvas and properties of one model. The diagram library is loaded with the first model. */
@Component({
  selector: 'lm-model-canvas',
  imports: [Alert, IconButton, OutlineList, Skeleton, StepPalette],
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  templateUrl: './model-canvas.html',
  styleUrls: ['../diagram/diagram.css', './model-canvas.css', './properties.css'],
})
export class ModelCanvas {
  /** Model to open; a new object opens anew, changes are reported and not read back. */
  readonly source = input.required<{ readonly xml: string }>();
  readonly view = input.required<'diagram' | 'outline'>();
  readonly findings = input.required<readonly Finding[]>();
  readonly changed = output<string>();
  readonly outlined = output<readonly OutlineEntry[]>();

  protected readonly entries = signal<readonly OutlineEntry[]>([]);
  protected readonly selected = signal<string | null>(null);
  protected readonly state = signal<'loading' | 'ready' | 'broken'>('loading');
  protected readonly percent = signal(100);

  private readonly language = inject(Language);
  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  private editor: Editor | null = null;
  private gone = false;

  constructor() {
    effect(() => {
      const { xml } = this.source();
      untracked(() => void this.open(xml));
    });
    effect(() => {
      const marks = this.findings().map((finding) => ({
        ...finding,
        elementId: finding.at,
        text: this.language.pick(finding),
      }));
      if (this.state() === 'ready') this.editor?.mark(marks);
    });
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.editor?.destroy();
    });
  }

  select(id: string): void {
    this.editor?.select(id);
  }

  undo(): void {
    this.editor?.undo();
  }

  redo(): void {
    this.editor?.redo();
  }

  protected add(step: StepShape): void {
    this.editor?.add(step);
  }

  protected drag(step: StepShape, event: MouseEvent): void {
    this.editor?.drag(step, event);
  }

  protected zoom(step: 'in' | 'out' | 'fit' | 'none'): void {
    this.percent.set(Math.round((this.editor?.zoom(step) ?? 1) * 100));
  }

  private async open(xml: string): Promise<void> {
    const { createEditor } = await import('./editor.js');
    if (this.gone) return;
    this.editor ??= this.listen(
      createEditor(this.canvas().nativeElement, this.panel().nativeElement, this.language.code),
    );
    try {
      await this.editor.open(xml);
      this.state.set('ready');
      this.zoom('none');
      this.read(this.editor);
    } catch {
      // Not BPMN, or damaged: the file stays as it is on the server, and the screen says so.
      this.state.set('broken');
    }
  }

  private listen(editor: Editor): Editor {
    editor.onSelect((id) => this.selected.set(id));
    editor.onChange(() => {
      this.read(editor);
      void editor.xml().then((xml) => this.changed.emit(xml));
    });
    return editor;
  }

  private read(editor: Editor): void {
    this.entries.set(outline(editor.elements()));
    this.outlined.emit(this.entries());
  }
}

import { ChangeDetectionStrategy, Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** A screen that takes files: anywhere on it they can be dropped; `pick()` is the same by keyboard. */
@Component({
  selector: 'lm-file-drop',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(dragenter)': 'over($event)',
    '(dragover)': 'over($event)',
    '(dragleave)': 'leave($event)',
    '(drop)': 'drop($event)',
  },
  template: `<ng-content />
    <input
      #picker
      type="file"
      multiple
      class="visually-hidden"
      tabindex="-1"
      aria-hidden="true"
      (change)="picked($event)"
    />
    @if (dragging()) {
      <div class="veil">
        <p><lm-icon name="upload" [size]="24" />{{ hint() }}</p>
      </div>
    }`,
  styles: `
    :host {
      position: relative;
      display: block;
      height: 100%;
      min-height: 0;
    }
    .veil {
      position: absolute;
      inset: 8px;
      z-index: 5;
      display: grid;
      place-items: center;
      border: 2px dashed var(--accent);
      border-radius: 8px;
      background: color-mix(in srgb, var(--pane) 88%, transparent);
      pointer-events: none;
    }
    p {
      display: flex;
      align-items: center;
      gap: 12px;
      font-size: 1rem;
      font-weight: 600;
    }
  `,
})
export class FileDrop {
  readonly hint = input.required<string>();
  readonly files = output<readonly File[]>();

  protected readonly dragging = signal(false);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  /** Opens the system's file dialog. */
  pick(): void {
    this.picker().nativeElement.click();
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.dragging.set(true);
  }

  protected leave(event: DragEvent): void {
    const into = event.relatedTarget;
    if (!(into instanceof Node) || !(event.currentTarget as Node).contains(into)) this.dragging.set(false);
  }

  protected drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging.set(false);
    this.files.emit([...event.dataTransfer.files]);
  }

  protected picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.files.emit([...(input.files ?? [])]);
    input.value = '';
  }
}

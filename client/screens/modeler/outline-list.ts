import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { OutlineEntry } from './outline.js';

/** „Gliederung“: the model as a list that needs neither eyes nor a pointer. */
@Component({
  selector: 'lm-outline-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol>
    @for (entry of entries(); track entry.id) {
      <li [style.padding-left.px]="20 + entry.level * 20">
        <button type="button" [attr.aria-pressed]="entry.id === selected()" (click)="chosen.emit(entry.id)">
          <span class="word">{{ entry.word }}</span>
          <strong>{{ entry.name }}</strong>
          @if (entry.next.length > 0) {
            <span class="muted">→ {{ entry.next.join(' | ') }}</span>
          }
        </button>
      </li>
    }
  </ol>`,
  styles: `
    :host {
      display: block;
      overflow: auto;
      height: 100%;
      background: var(--pane);
    }
    button {
      display: grid;
      grid-template-columns: 128px minmax(0, 1fr) minmax(0, 1.2fr);
      gap: 12px;
      width: 100%;
      min-height: 34px;
      align-items: center;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    button:hover {
      background: var(--hover);
    }
    button[aria-pressed='true'] {
      background: var(--select);
      box-shadow: -3px 0 var(--accent);
    }
    .word {
      color: var(--muted);
    }
    strong {
      font-weight: 600;
    }
  `,
})
export class OutlineList {
  readonly entries = input.required<readonly OutlineEntry[]>();
  readonly selected = input<string | null>(null);
  readonly chosen = output<string>();
}

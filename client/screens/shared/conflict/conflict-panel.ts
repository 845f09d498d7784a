import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { Alert } from '../../../ui/alert/alert.js';
import type { ConflictRow } from './conflict.js';

interface Settling {
  readonly rows: () => readonly ConflictRow[];
  choose(label: string, side: 'mine' | 'theirs'): void;
}

/** Fields that two have changed, field by field: what the person has typed, and what is kept now. */
@Component({
  selector: 'lm-conflict-panel',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (conflict().rows().length > 0) {
    <lm-alert
      kind="warning"
      title="Jemand hat dies inzwischen auch geändert."
      i18n-title="@@conflict.title"
      role="status"
    >
      <p i18n="@@conflict.note">Bitte wählen Sie je Feld, was gelten soll. Bis dahin wird nichts gespeichert.</p>
      @for (row of conflict().rows(); track row.label; let index = $index) {
        <fieldset>
          <legend>{{ row.label }}</legend>
          @for (side of sides; track side.id) {
            <label>
              <input
                type="radio"
                [name]="'conflict-' + index"
                [checked]="row.chosen === side.id"
                (change)="conflict().choose(row.label, side.id)"
              />
              <span>
                <span class="muted">{{ side.label }}</span>
                <span class="text">{{ (side.id === 'mine' ? row.mine : row.theirs) || nothing }}</span>
              </span>
            </label>
          }
        </fieldset>
      }
    </lm-alert>
  }`,
  styles: `
    fieldset {
      margin-top: 8px;
    }
    legend {
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 8px;
      min-height: 28px;
      padding-block: 4px;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 1px 0 0;
      accent-color: var(--accent);
    }
    .muted,
    .text {
      display: block;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ConflictPanel {
  readonly conflict = input.required<Settling>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly sides = [
    { id: 'mine' as const, label: $localize`:@@conflict.mine:Ihre Fassung` },
    { id: 'theirs' as const, label: $localize`:@@conflict.theirs:Aktuelle Fassung` },
  ];
  protected readonly nothing = $localize`:@@conflict.empty:(leer)`;

  /** Leads to the first field that waits for a choice. */
  focus(): void {
    const at = this.conflict()
      .rows()
      .findIndex(({ chosen }) => chosen === null);
    this.element.querySelectorAll('fieldset')[at]?.querySelector('input')?.focus();
  }
}

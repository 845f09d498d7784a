import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';

let next = 0;

/**
 * Label, hint and error around one control. The control inside carries `lmControl`, which takes id, description and
 * error state from here, so that a field without a label cannot be built by accident.
 */
@Component({
  selector: 'lm-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'kern-form-input' },
  template: `<div class="head">
      <label class="label" [attr.for]="id">{{ label() }}</label>
      <ng-content select="[fieldAside]" />
    </div>
    @if (hint(); as text) {
      <p class="hint" [id]="id + '-hint'">{{ text }}</p>
    }
    <ng-content />
    @if (error(); as text) {
      <p class="error" [id]="id + '-error'"><lm-icon name="error" [size]="16" />{{ text }}</p>
    }`,
  styles: `
    :host {
      gap: 4px;
    }
    .head {
      display: flex;
      justify-content: space-between;
      align-self: stretch;
      gap: 8px;
    }
    .label {
      font: 600 0.8125rem/1.125rem var(--font);
    }
    .hint {
      color: var(--muted);
      font-size: 0.75rem;
      line-height: 1rem;
    }
    .error {
      display: flex;
      gap: 6px;
      color: var(--danger);
      font-size: 0.8125rem;
      line-height: 1.125rem;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);

  readonly id = `field-${++next}`;
  readonly describedBy = computed(() => {
    const parts = [this.hint() ? `${this.id}-hint` : '', this.error() ? `${this.id}-error` : ''];
    return parts.filter(Boolean).join(' ') || null;
  });
}

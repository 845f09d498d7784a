import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Initials of a person; the name stands beside it or is spoken by the control around it. */
@Component({
  selector: 'lm-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true', '[class.small]': "size() === 'small'" },
  template: `{{ initials() }}`,
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 28px;
      height: 28px;
      border-radius: 50%;
      background: var(--chip);
      color: var(--text);
      font: 600 0.6875rem/1 var(--font);
    }
    :host(.small) {
      width: 24px;
      height: 24px;
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly size = input<'medium' | 'small'>('medium');

  protected readonly initials = computed(() => {
    // Titles and particles are no initials: „Dr. Amir von Rabe“ is AR.
    const words = this.name()
      .split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'));
    const first = words.at(0)?.at(0) ?? '';
    const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
    return first + last;
  });
}

import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Grey lines where content will stand. Show it only after 200 ms of waiting: earlier it would flicker. */
@Component({
  selector: 'lm-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `<span class="visually-hidden" i18n="@@ui.loading">Wird geladen …</span>
    @for (width of widths(); track $index) {
      <span class="line" [style.width.%]="width"></span>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 14px;
      padding: 16px var(--inset);
    }
    .line {
      height: 12px;
      border-radius: 3px;
      background: var(--chip);
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  `,
})
export class Skeleton {
  readonly lines = input(6);

  // Uneven like text; the pattern repeats, so that nothing jumps when the component is drawn again.
  protected readonly widths = computed(() =>
    Array.from({ length: this.lines() }, (_, index) => 90 - ((index * 37) % 45)),
  );
}

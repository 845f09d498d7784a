import { ChangeDetectionStrategy, Component, input, model, numberAttribute, type OnInit } from '@angular/core';

/** Width change of one arrow key in px. */
const STEP = 16;

/**
 * The line between two panes: drag, arrow keys, double click back to the start. The width is kept in this browser.
 * `side` says which neighbour has the width; the other one takes what is left.
 */
@Component({
  selector: 'lm-splitter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    '[attr.aria-label]': 'label()',
    '[attr.aria-valuenow]': 'size()',
    '[attr.aria-valuemin]': 'min()',
    '[attr.aria-valuemax]': 'max()',
    '(keydown)': 'key($event)',
    '(pointerdown)': 'grab($event)',
    '(dblclick)': 'set(start)',
  },
  template: '',
  styles: `
    :host {
      position: relative;
      z-index: 1;
      width: 1px;
      background: var(--line-strong);
      cursor: col-resize;
      touch-action: none;
    }
    :host::after {
      content: '';
      position: absolute;
      inset: 0 -4px;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--accent);
    }
    @media (max-width: 1199px) {
      :host {
        display: none;
      }
    }
  `,
})
export class Splitter implements OnInit {
  /** Name under which the width is kept. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly side = input<'before' | 'after'>('before');
  readonly min = input(280, { transform: numberAttribute });
  readonly max = input(720, { transform: numberAttribute });
  readonly size = model.required<number>();

  protected start = 0;

  ngOnInit(): void {
    this.start = this.size();
    const kept = Number(localStorage.getItem(this.storageKey()));
    if (kept > 0) this.size.set(this.within(kept));
  }

  protected key(event: KeyboardEvent): void {
    const sign = this.side() === 'before' ? 1 : -1;
    const steps = { ArrowRight: sign, ArrowLeft: -sign }[event.key];
    if (event.key === 'Home') this.set(this.min());
    else if (event.key === 'End') this.set(this.max());
    else if (steps !== undefined) this.set(this.size() + steps * STEP);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected grab(event: PointerEvent): void {
    const line = event.currentTarget as HTMLElement;
    const from = { x: event.clientX, size: this.size() };
    const sign = this.side() === 'before' ? 1 : -1;
    const drag = (move: PointerEvent) => this.set(from.size + sign * (move.clientX - from.x));
    line.setPointerCapture(event.pointerId);
    line.addEventListener('pointermove', drag);
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', drag), { once: true });
  }

  protected set(size: number): void {
    this.size.set(this.within(size));
    localStorage.setItem(this.storageKey(), String(this.size()));
  }

  private within(size: number): number {
    return Math.round(Math.min(this.max(), Math.max(this.min(), size)));
  }

  private storageKey(): string {
    return `laufmappe.width.${this.name()}`;
  }
}

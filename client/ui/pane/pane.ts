import { Directive, input } from '@angular/core';

/** A named region of the screen that F6 reaches. `data-pane-focus` inside marks where the focus lands. */
@Directive({
  selector: '[lmPane]',
  host: { role: 'region', tabindex: '-1', 'data-pane': '', '[attr.aria-label]': 'label()' },
})
export class Pane {
  readonly label = input.required<string>({ alias: 'lmPane' });
}

/** Moves the focus to the next (1) or previous (-1) visible pane of the page, round and round. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current < 0 && step < 0 ? 0 : current;
  const pane = panes[(start + step + panes.length) % panes.length];
  (
    pane?.querySelector<HTMLElement>('[data-pane-focus], [role="listbox"], [role="treeitem"][tabindex="0"]') ?? pane
  )?.focus();
}

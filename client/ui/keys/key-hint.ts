import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Key caps, e.g. `Strg+Enter`. Decoration for the eye: the control itself carries `aria-keyshortcuts` where it matters. */
@Component({
  selector: 'lm-key-hint',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `@for (cap of caps(); track $index) {
    <kbd>{{ cap }}</kbd>
  }`,
  styles: `
    :host {
      display: inline-flex;
      gap: 2px;
    }
    @media (max-width: 760px) {
      :host {
        display: none;
      }
    }
    /* In a narrow pane the words of the acts need the place; the help of the keys still tells them. */
    @container acts (max-width: 440px) {
      :host {
        display: none;
      }
    }
    kbd {
      min-width: 18px;
      padding: 0 4px;
      border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
      border-radius: 3px;
      font: 500 0.6875rem/1rem var(--font);
      text-align: center;
    }
  `,
})
export class KeyHint {
  /** Keys joined by `+`; several alternatives are separated by a blank. */
  readonly keys = input.required<string>();

  protected readonly caps = computed(() => this.keys().split(/[+ ]/).map(keyName));
}

/** The German keyboard's names; the English interface uses the English ones. */
export function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = {
    Control: $localize`:@@key.control:Strg`,
    Shift: $localize`:@@key.shift:Umschalt`,
    Escape: $localize`:@@key.escape:Esc`,
    Delete: $localize`:@@key.delete:Entf`,
    // A word, as on most keyboards: Fira Sans has no sign for it, and not every system another font that has.
    Enter: 'Enter',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
  };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

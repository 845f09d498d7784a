import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model } from '@angular/core';

export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

/** The tab bar that starts a pane. Arrow keys move and choose, as the choice shows at once (ARIA: automatic activation). */
@Component({
  selector: 'lm-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'tablist', '[attr.aria-label]': 'label()', '(keydown)': 'move($event)' },
  template: `@for (tab of tabs(); track tab.id) {
    <button
      type="button"
      role="tab"
      [id]="name() + '-tab-' + tab.id"
      [attr.aria-controls]="name() + '-panel'"
      [attr.aria-selected]="tab.id === selected()"
      [tabindex]="tab.id === selected() ? 0 : -1"
      (click)="selected.set(tab.id)"
    >
      {{ tab.label }}
      @if (tab.count !== undefined) {
        <span class="count">{{ tab.count }}</span>
      }
    </button>
  }`,
  styles: `
    :host {
      display: flex;
      gap: 16px;
      align-self: stretch;
      min-width: 0;
      overflow-x: auto;
      scrollbar-width: none;
    }
    button {
      position: relative;
      flex: none;
      padding: 0;
      min-height: 43px;
      color: var(--muted);
    }
    button[aria-selected='true'] {
      color: var(--text);
      font-weight: 600;
    }
    button[aria-selected='true']::after {
      content: '';
      position: absolute;
      inset: auto 0 0;
      height: 3px;
      border-radius: 2px 2px 0 0;
      background: var(--accent);
    }
    button:focus-visible {
      outline-offset: -3px;
    }
    .count {
      margin-left: 3px;
      font-weight: 400;
      color: var(--muted);
    }
  `,
})
export class Tabs<Id extends string = string> {
  readonly tabs = input.required<readonly Tab<Id>[]>();
  readonly label = input.required<string>();
  /** Prefix of the ids; the panel carries `{name}-panel` and `aria-labelledby="{name}-tab-{selected}"`. */
  readonly name = input.required<string>();
  readonly selected = model.required<Id>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected move(event: KeyboardEvent): void {
    const tabs = this.tabs();
    const index = tabs.findIndex((tab) => tab.id === this.selected());
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tab = tabs[(target + tabs.length) % tabs.length];
    if (!tab) return;
    this.selected.set(tab.id);
    this.host.nativeElement.querySelector<HTMLElement>(`#${this.name()}-tab-${tab.id}`)?.focus();
  }
}

import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import { Icon } from '../icon/icon.js';

export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

/** What the hint at the edge covers, in CSS px. */
const EDGE = 32;

/**
 * The tab bar that starts a pane. Arrow keys move and choose, as the choice shows at once (ARIA: automatic activation).
 * Where there is no room for all, the bar scrolls, says at its edge that there is more, and the chosen one is in view.
 */
@Component({
  selector: 'lm-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  host: { role: 'tablist', '[attr.aria-label]': 'label()', '(keydown)': 'move($event)', '(scroll)': 'look()' },
  template: `@if (beyond().before) {
      <button type="button" class="more before" aria-hidden="true" tabindex="-1" (click)="scroll(-1)">
        <lm-icon name="chevron-left" />
      </button>
    }
    @for (tab of tabs(); track tab.id) {
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
    }
    @if (beyond().behind) {
      <button type="button" class="more behind" aria-hidden="true" tabindex="-1" (click)="scroll(1)">
        <lm-icon name="chevron-right" />
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
      scroll-padding-inline: 32px;
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
    .more {
      position: sticky;
      z-index: 1;
      width: 32px;
      background: linear-gradient(to var(--towards), transparent, var(--pane) 40%);
    }
    .before {
      --towards: left;
      left: 0;
      margin-right: -48px;
      text-align: left;
    }
    .behind {
      --towards: right;
      right: 0;
      margin-left: -48px;
      text-align: right;
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

  /** Whether tabs lie outside of the view. */
  protected readonly beyond = signal({ before: false, behind: false }, { equal: sameSides });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterRenderEffect(() => {
      this.tabs();
      this.reveal(this.selected());
      this.look();
    });
    const observer = new ResizeObserver(() => this.look());
    observer.observe(this.host.nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected look(): void {
    const { scrollLeft, clientWidth, scrollWidth } = this.host.nativeElement;
    this.beyond.set({ before: scrollLeft > 1, behind: scrollLeft + clientWidth < scrollWidth - 1 });
  }

  protected scroll(direction: 1 | -1): void {
    const { nativeElement } = this.host;
    nativeElement.scrollLeft += direction * nativeElement.clientWidth * 0.6;
  }

  /** Only sideways: the page around must not move. */
  private reveal(id: string): void {
    const bar = this.host.nativeElement;
    const tab = bar.querySelector<HTMLElement>(`#${this.name()}-tab-${id}`);
    if (!tab) return;
    const [left, right] = [tab.offsetLeft - bar.offsetLeft, tab.offsetLeft - bar.offsetLeft + tab.offsetWidth];
    if (left < bar.scrollLeft + EDGE) bar.scrollLeft = left - EDGE;
    else if (right > bar.scrollLeft + bar.clientWidth - EDGE) bar.scrollLeft = right - bar.clientWidth + EDGE;
  }

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

function sameSides(one: { before: boolean; behind: boolean }, other: typeof one): boolean {
  return one.before === other.before && one.behind === other.behind;
}

import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { Icon } from '../../../ui/icon/icon.js';
import type { IconName } from '../../../ui/icon/icons.js';
import { KeyHint, keyName } from '../../../ui/keys/key-hint.js';
import { PAGE_ACTS, type PageAct, TURNED_ROUND } from './page-acts.js';
import type { Rearranging } from './rearranging.js';

interface Tool {
  readonly act: PageAct;
  readonly icon: IconName;
  readonly word: string;
  readonly keys: string | null;
  /** With the key: where only the symbol has room, this is what the person reads. */
  readonly tooltip: string;
  readonly state: 'ready' | 'blocked';
  /** An arrow says enough; its word is heard and stands in the tooltip. */
  readonly shows: 'word' | 'visually-hidden';
}

const SYMBOLS: readonly PageAct[] = ['before', 'after', 'startOver'];

/** The acts for the chosen page as buttons: one tab stop, arrows go through them. A press by pointer leaves the focus with the page. */
@Component({
  selector: 'lm-page-tools',
  imports: [Icon, KeyHint],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'toolbar',
    'aria-label': label(),
    '(keydown)': 'key($event)',
    '(mousedown)': '$event.preventDefault()',
  },
  template: `@for (tool of tools(); track tool.act) {
    <button
      type="button"
      [tabindex]="tool.act === stop() ? 0 : -1"
      [title]="tool.tooltip"
      [attr.aria-keyshortcuts]="tool.keys"
      [attr.aria-disabled]="tool.state === 'blocked' ? 'true' : null"
      (focus)="stop.set(tool.act)"
      (click)="tool.state === 'ready' && act.emit(tool.act)"
    >
      <lm-icon [name]="tool.icon" />
      <span [class]="tool.shows">{{ tool.word }}</span>
      @if (tool.shows === 'word' && tool.keys) {
        <lm-key-hint [keys]="tool.keys" />
      }
    </button>
  }`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
    }
    button {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-width: 32px;
      min-height: 32px;
      padding: 0 7px;
      border-radius: 4px;
      color: var(--text);
      white-space: nowrap;
    }
    button:hover {
      background: var(--hover);
    }
    button[aria-disabled='true'] {
      color: var(--muted);
      opacity: 0.6;
      cursor: not-allowed;
    }
    .word {
      font-size: 0.8125rem;
    }
    @media (max-width: 1360px) {
      lm-key-hint {
        display: none;
      }
    }
    @media (max-width: 900px) {
      .word {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
})
export class PageTools {
  readonly work = input.required<Rearranging>();
  readonly act = output<PageAct>();

  protected readonly stop = signal<PageAct>('split');
  protected readonly tools = computed(() =>
    PAGE_ACTS.map(({ act, icon, keys, word }): Tool => {
      const shown = this.wordOf(act, word);
      const cap = keys && ` (${keys.split('+').map(keyName).join('+')})`;
      return {
        ...{ act, keys, word: shown, tooltip: `${shown}${cap ?? ''}` },
        icon: act === 'leaveOut' && this.out() ? 'visibility' : icon,
        state: this.possible(act) ? 'ready' : 'blocked',
        shows: SYMBOLS.includes(act) ? 'visually-hidden' : 'word',
      };
    }),
  );
  private readonly out = computed(() => this.work().page()?.state === 'leftOut');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected key(event: KeyboardEvent): void {
    const buttons = [...this.host.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }

  private wordOf(act: PageAct, word: string): string {
    if (act === 'split' && this.work().begins()) return TURNED_ROUND.split;
    return act === 'leaveOut' && this.out() ? TURNED_ROUND.leaveOut : word;
  }

  private possible(act: PageAct): boolean {
    switch (act) {
      case 'split':
      case 'before':
        return !this.work().first();
      case 'after':
        return !this.work().last();
      case 'undo':
        return this.work().canUndo();
      case 'startOver':
        return !this.work().unchanged();
      case 'elsewhere':
      case 'turn':
      case 'leaveOut':
        return true;
    }
  }
}

function label(): string {
  return $localize`:@@scan.tools:Gewählte Seite`;
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Announcer } from '../../ui/toast/announcer.js';
import { Alert } from '../../ui/alert/alert.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { openedPdf } from '../document/opened-pdf.js';
import type { Marking } from './marking.js';
import { MarkingPage } from './marking-page.js';

/**
 * All pages to be marked. By keyboard: arrows go from word to word, with Shift they select, Enter marks. It is an application
 * in the sense of ARIA, since the arrows do not scroll; each word is said aloud.
 */
@Component({
  selector: 'lm-marking-pages',
  imports: [Alert, MarkingPage, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'application',
    tabindex: '0',
    'data-pane-focus': '',
    '[attr.aria-label]': 'label()',
    'aria-describedby': 'marking-keys',
    '(keydown)': 'key($event)',
  },
  template: `@if (broken()) {
      <lm-alert kind="danger" title="Dieses PDF lässt sich nicht anzeigen." i18n-title="@@document.broken" />
    } @else if (pdf(); as opened) {
      @for (number of numbers(); track number) {
        <lm-marking-page
          [pdf]="opened"
          [number]="number"
          [scale]="scale()"
          [guess]="guess()"
          [marking]="marking()"
          [look]="look()"
          [tool]="tool()"
        />
      }
    } @else {
      <lm-skeleton [lines]="10" />
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: safe center;
      gap: 16px;
      min-height: 0;
      padding: 12px;
      overflow: auto;
      background: var(--desk);
    }
    :host:focus-visible {
      outline-offset: -3px;
    }
    lm-skeleton {
      width: 100%;
    }
  `,
})
export class MarkingPages {
  readonly url = input.required<string>();
  readonly marking = input.required<Marking>();
  readonly label = input.required<string>();
  readonly look = input<'marks' | 'preview'>('marks');
  readonly tool = input<'words' | 'area'>('words');

  private readonly opened = openedPdf(this.url);
  protected readonly pdf = this.opened.pdf;
  protected readonly broken = this.opened.broken;
  protected readonly guess = this.opened.guess;
  protected readonly numbers = this.opened.numbers;
  // Never wider than paper is: on a wide screen a whole line still fits into the eye.
  protected readonly scale = computed(() => Math.min(1.6, this.opened.widthScale()));

  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const cursor = this.marking().cursor();
      if (cursor) untracked(() => this.reveal(cursor.page));
    });
  }

  /** Scrolls to a page; the place on it is outlined. */
  reveal(page: number): void {
    const target = this.host.querySelector<HTMLElement>(`[data-page='${page}']`);
    // The outline of the new place is drawn with the next frame.
    requestAnimationFrame(() =>
      (target?.querySelector<HTMLElement>('.cursor') ?? target)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.look() === 'preview') return;
    const direction = ARROWS[event.key];
    if (direction) this.marking().move(direction, event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') this.marking().toggle();
    else return;
    event.preventDefault();
    this.say();
  }

  private say(): void {
    const marking = this.marking();
    const hit = marking.selected();
    if (!hit) return;
    const words = marking.pages()[hit.page - 1]?.words.slice(hit.from, hit.to + 1) ?? [];
    const text = words.map((word) => word.text).join(' ');
    this.announcer.say(marking.isMarked(hit) ? $localize`:@@redact.saidMarked:${text}:words:, markiert` : text);
  }
}

const ARROWS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

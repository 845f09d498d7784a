import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { AufgabenFilter, AufgabenLayout } from '../../../server/contract/aufgaben-views.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Chip } from '../../ui/chip/chip.js';
import { ArrangeMenu } from './arrange-menu.js';
import { FilterSheet } from './filter-sheet.js';
import { chipsOf, type FilterPart } from './filter-words.js';

/** As long as in every other list that is searched while somebody types. */
const TYPING_MS = 200;

/** Above a list: a field for words, the sheet of the filter, the arrangement; below, the filter as a sentence of chips. */
@Component({
  selector: 'lm-filter-bar',
  imports: [ArrangeMenu, Button, Chip, FilterSheet, IconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="line">
      <input
        #words
        type="search"
        autocomplete="off"
        maxlength="200"
        placeholder="In der Liste suchen"
        i18n-placeholder="@@filter.search"
        aria-label="In der Liste suchen"
        i18n-aria-label="@@filter.search"
        [value]="filter().text ?? ''"
        (input)="type(words.value)"
        (keydown.escape)="left.emit()"
      />
      <button
        lmIconButton
        type="button"
        icon="filter-list"
        label="Liste filtern"
        i18n-label="@@filter.heading"
        (click)="sheet.set('filter')"
      ></button>
      <lm-arrange-menu [layout]="layout()" [sorting]="sorting()" (arranged)="arranged.emit($event)" />
    </div>
    @if (limited()) {
      <div class="chips">
        @for (chip of chips(); track chip.part) {
          <lm-chip [pressed]="true" (toggled)="without(chip.part)">{{ chip.words }}</lm-chip>
        }
        @if (keeping() === 'offered') {
          <button lmButton type="button" size="small" (click)="keep.emit()" i18n="@@filter.keep">Filter merken</button>
        }
        @if (keeping() === 'own') {
          <button lmButton type="button" size="small" (click)="forget.emit()" i18n="@@filter.forget">
            Nicht mehr merken
          </button>
        }
      </div>
    }
    @if (sheet() === 'filter') {
      <lm-filter-sheet [filter]="filter()" (closed)="sheet.set('none')" (filtered)="apply($event)" />
    }`,
  styles: `
    :host {
      display: block;
      padding: 6px 12px 6px var(--inset);
      border-bottom: 1px solid var(--line);
    }
    .line {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    input {
      flex: 1;
      min-width: 0;
      height: 32px;
      padding: 0 10px;
      border: 1px solid var(--control-line);
      border-radius: 4px;
      background: var(--field);
      color: var(--text);
      font: 400 0.8125rem/1.125rem var(--font);
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      margin-top: 6px;
    }
  `,
})
export class FilterBar {
  readonly filter = input.required<AufgabenFilter>();
  readonly layout = input.required<AufgabenLayout>();
  readonly sorting = input<'free' | 'fixed'>('free');
  /** Whether this filter can be kept, is kept as an own one, or is one of a colleague. */
  readonly keeping = input<'offered' | 'own' | 'others'>('offered');
  readonly filtered = output<AufgabenFilter>();
  readonly arranged = output<AufgabenLayout>();
  readonly keep = output();
  readonly forget = output();
  /** Esc in the field: back to the list. */
  readonly left = output();

  protected readonly sheet = signal<'none' | 'filter'>('none');
  protected readonly chips = computed(() => chipsOf(this.filter()));
  protected readonly limited = computed(() => Object.values(this.filter()).some((value) => value !== undefined));
  private readonly words = viewChild.required<ElementRef<HTMLInputElement>>('words');
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  focus(): void {
    this.words().nativeElement.focus();
  }

  protected type(words: string): void {
    clearTimeout(this.typing);
    const text = words.trim() || undefined;
    this.typing = setTimeout(() => this.filtered.emit({ ...this.filter(), text }), TYPING_MS);
  }

  protected without(part: FilterPart): void {
    this.filtered.emit({ ...this.filter(), [part]: undefined });
  }

  protected apply(filter: AufgabenFilter): void {
    this.sheet.set('none');
    this.filtered.emit(filter);
  }
}

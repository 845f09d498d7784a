import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { Sentence } from '../../../server/contract/rejections.js';
import type { ZusatzfeldList, ZusatzfeldView, ZusatzKind } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Pane } from '../../ui/pane/pane.js';
import { Segmented } from '../../ui/segmented/segmented.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { KINDS, placeWords, ruleWords } from './zusatz-words.js';
import { ZusatzfeldSheet } from './zusatzfeld-sheet.js';

/** F8: the fields that this office has beside those of everybody: what they hold, for which records, in which order. */
@Component({
  selector: 'lm-zusatzfelder',
  imports: [Button, EmptyState, Pane, RefusalAlert, Segmented, Skeleton, Tag, ZusatzfeldSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './zusatzfelder.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './zusatzfelder.css'],
})
export class Zusatzfelder {
  private readonly acts = inject(Acts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly language = inject(Language);
  protected readonly list = liveView<ZusatzfeldList>(() => 'zusatzfelder', []);
  protected readonly asking = new Asking();
  protected readonly kind = signal<ZusatzKind>('akte');
  protected readonly kinds = (['akte', 'vorgang', 'dokument'] as const).map((id) => ({ id, label: KINDS[id] }));
  protected readonly items = computed(() =>
    (this.list.value()?.items ?? []).filter(({ kind }) => kind === this.kind()),
  );
  protected readonly sheet = signal<'none' | 'add' | ZusatzfeldView>('none');
  protected readonly changing = computed(() => {
    const sheet = this.sheet();
    return typeof sheet === 'string' ? null : sheet;
  });
  protected readonly labels = {
    add: this.language.pick(ACTS['zusatzfeld.defineZusatzfeld'].label),
    change: this.language.pick(ACTS['zusatzfeld.changeZusatzfeld'].label),
    retire: this.language.pick(ACTS['zusatzfeld.retireZusatzfeld'].label),
    restore: this.language.pick(ACTS['zusatzfeld.restoreZusatzfeld'].label),
  };
  protected readonly place = placeWords;
  protected readonly up = $localize`:@@zusatz.up:nach oben`;
  protected readonly down = $localize`:@@zusatz.down:nach unten`;

  protected rule({ rule }: ZusatzfeldView): string {
    return ruleWords(rule, (sentence: Sentence) => this.language.asWritten(sentence));
  }

  protected async toggle({ id, version, state, label }: ZusatzfeldView): Promise<void> {
    const act = state === 'offen' ? 'zusatzfeld.retireZusatzfeld' : 'zusatzfeld.restoreZusatzfeld';
    await this.asking.ask(() => this.acts.run(act, { id, version }, this.language.asWritten(label)));
    await this.list.reload();
  }

  /** Puts a field one place up or down; the focus stays on its button. */
  protected async move(index: number, step: 1 | -1): Promise<void> {
    const ids = this.items().map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + step, 0, moved);
    const kind = this.kind();
    await this.asking.ask(() => this.acts.run('zusatzfeld.orderZusatzfelder', { kind, ids }, KINDS[kind]));
    await this.list.reload();
    const buttons = () => [...this.element.querySelectorAll<HTMLElement>(`[data-field="${moved}"]`)];
    setTimeout(() =>
      buttons()
        .at(step === 1 ? -1 : 0)
        ?.focus(),
    );
  }

  protected done(): void {
    this.sheet.set('none');
    void this.list.reload();
  }
}

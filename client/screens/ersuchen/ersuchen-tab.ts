import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { ErsuchenRow, VorgangErsuchen } from '../../../server/contract/ersuchen-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AnswerSheet } from './answer-sheet.js';
import { AskSheet } from './ask-sheet.js';
import { ErsuchenRowView } from './ersuchen-row.js';

/** What is open over the tab. */
type Sheet = { readonly step: 'ask' } | { readonly step: 'answer' | 'recall'; readonly row: ErsuchenRow };

/** F39: what other authorities are asked from a Vorgang, and what is answered in it. */
@Component({
  selector: 'lm-ersuchen-tab',
  imports: [AnswerSheet, AskSheet, Button, EmptyState, ErsuchenRowView, ReasonSheet, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (mayAsk()) {
      <button lmButton type="button" kind="primary" icon="send" (click)="sheet.set({ step: 'ask' })">
        {{ labels.ask }}
      </button>
    }
    @if (view.refusal(); as refusal) {
      <lm-refusal-alert [refusal]="refusal" />
    } @else if (view.value(); as shown) {
      @for (row of shown.ersuchen; track row.id) {
        <lm-ersuchen-row [ersuchen]="row">
          @if (mayAnswer(row)) {
            <button lmButton type="button" size="small" (click)="sheet.set({ step: 'answer', row })">
              {{ labels.answer }}<span class="visually-hidden"> {{ row.betreff }}</span>
            </button>
          }
          @if (mayRecall(row)) {
            <button lmButton type="button" size="small" (click)="sheet.set({ step: 'recall', row })">
              {{ labels.recall }}<span class="visually-hidden"> {{ row.betreff }}</span>
            </button>
          }
        </lm-ersuchen-row>
      } @empty {
        <lm-empty-state icon="forum" heading="Noch niemand gefragt." i18n-heading="@@ersuchen.none" />
      }
      @if (sheet(); as open) {
        @switch (open.step) {
          @case ('ask') {
            <lm-ask-sheet
              [vorgang]="vorgang()"
              [mandanten]="shown.mandanten"
              (closed)="sheet.set(null)"
              (done)="done()"
            />
          }
          @case ('answer') {
            <lm-answer-sheet [vorgang]="vorgang()" [ersuchen]="open.row" (closed)="sheet.set(null)" (done)="done()" />
          }
          @case ('recall') {
            <lm-reason-sheet
              act="ersuchen.recallErsuchen"
              [effect]="recallEffect"
              [state]="asking.state()"
              [refusal]="asking.refusal()"
              (closed)="sheet.set(null)"
              (confirmed)="recall(open.row, $event)"
            />
          }
        }
      }
    } @else if (view.state() === 'waiting') {
      <lm-skeleton [lines]="6" />
    }`,
})
export class ErsuchenTab {
  readonly vorgang = input.required<VorgangView>();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly id = computed(() => this.vorgang().id);
  protected readonly view = liveView<VorgangErsuchen>(() => `vorgaenge/${this.id()}/ersuchen`, ['vorgang']);
  protected readonly sheet = linkedSignal<string, Sheet | null>({ source: this.id, computation: () => null });
  protected readonly asking = new Asking();
  private readonly mayWork = computed(() => this.vorgang().state === 'offen' && this.session.may('ersuchen.ask'));
  protected readonly mayAsk = computed(() => this.mayWork() && (this.view.value()?.mandanten.length ?? 0) > 0);
  protected readonly labels = {
    ask: this.language.pick(ACTS['ersuchen.askErsuchen'].label),
    answer: this.language.pick(ACTS['ersuchen.answerErsuchen'].label),
    recall: this.language.pick(ACTS['ersuchen.recallErsuchen'].label),
  };
  protected readonly recallEffect = $localize`:@@ersuchen.recallEffect:Die andere Behörde erfährt den Grund; was sie schon angenommen hat, bleibt dort in der Akte.`;

  protected mayAnswer({ direction, state }: ErsuchenRow): boolean {
    return this.mayWork() && direction === 'erhalten' && state === 'angenommen';
  }

  protected mayRecall({ direction, state }: ErsuchenRow): boolean {
    return this.mayWork() && direction === 'gestellt' && (state === 'offen' || state === 'angenommen');
  }

  protected async recall({ id, version, betreff }: ErsuchenRow, reason: string): Promise<void> {
    const input = { ersuchenId: id, version, reason };
    if (await this.asking.ask(() => this.acts.run('ersuchen.recallErsuchen', input, betreff))) this.done();
  }

  protected done(): void {
    this.sheet.set(null);
    void this.view.reload();
  }
}

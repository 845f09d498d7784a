import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { ErsuchenRow } from '../../../server/contract/ersuchen-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Enclosures } from './enclosures.js';

/** Answers an Ersuchen from the Vorgang that it was accepted into. */
@Component({
  selector: 'lm-answer-sheet',
  imports: [Button, Control, Dialog, Enclosures, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as refusal) {
        <lm-refusal-alert [refusal]="refusal" />
      }
      <p>
        <strong>{{ ersuchen().betreff }}</strong>
      </p>
      <p class="question">{{ ersuchen().question }}</p>
      <lm-field label="Antwort" i18n-label="@@ersuchen.answer" [hint]="hint()">
        <textarea
          lmControl
          rows="6"
          maxlength="10000"
          [value]="answer()"
          (input)="answer.set(textOf($event))"
        ></textarea>
      </lm-field>
      <lm-enclosures [register]="vorgang().register" [(chosen)]="chosen" />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="ready() ? asking.state() : 'blocked'" (click)="send()">
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .question {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class AnswerSheet {
  readonly vorgang = input.required<VorgangView>();
  readonly ersuchen = input.required<ErsuchenRow>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly begun = firstReading(this.ersuchen);
  protected readonly label = inject(Language).pick(ACTS['ersuchen.answerErsuchen'].label);
  protected readonly asking = new Asking();
  protected readonly answer = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly hint = computed(
    () => $localize`:@@ersuchen.answerHint:Geht als Brief an „${this.begun().other}:other:“ und steht in beiden Akten.`,
  );
  protected readonly ready = computed(() => this.answer().trim() !== '');

  protected async send(): Promise<void> {
    if (!this.ready()) return;
    const { id: ersuchenId, version, betreff } = this.begun();
    const input = { ersuchenId, version, answer: this.answer(), dokumentIds: [...this.chosen()] };
    if (await this.asking.ask(() => this.acts.run('ersuchen.answerErsuchen', input, betreff))) this.done.emit();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangErsuchen } from '../../../server/contract/ersuchen-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Enclosures } from './enclosures.js';

/** Asks another authority of the installation for help, from a Vorgang. */
@Component({
  selector: 'lm-ask-sheet',
  imports: [Button, Control, DateField, Dialog, Enclosures, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as refusal) {
        <lm-refusal-alert [refusal]="refusal" />
      }
      <lm-field label="An" i18n-label="@@ersuchen.recipient">
        <lm-select
          placeholder="Behörde wählen"
          i18n-placeholder="@@ersuchen.choose"
          [options]="options()"
          [(value)]="mandantId"
        />
      </lm-field>
      <lm-field label="Betreff" i18n-label="@@akte.betreff">
        <input
          lmControl
          type="text"
          maxlength="300"
          autocomplete="off"
          [value]="betreff()"
          (input)="betreff.set(textOf($event))"
        />
      </lm-field>
      <lm-field
        label="Worum es geht"
        i18n-label="@@ersuchen.question"
        hint="Steht als Brief in beiden Akten."
        i18n-hint="@@ersuchen.questionHint"
      >
        <textarea
          lmControl
          rows="5"
          maxlength="10000"
          [value]="question()"
          (input)="question.set(textOf($event))"
        ></textarea>
      </lm-field>
      <lm-date-field
        label="Antwort erbeten bis"
        i18n-label="@@ersuchen.frist"
        [today]="today()"
        [format]="day"
        [value]="frist()"
        (valueChange)="frist.set($event)"
        (judged)="fristState.set($event)"
      />
      <lm-enclosures [register]="vorgang().register" [(chosen)]="chosen" />
      @if (missing(); as words) {
        <p class="muted" role="status">{{ words }}</p>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="missing() === null ? asking.state() : 'blocked'"
        (click)="send()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class AskSheet {
  readonly vorgang = input.required<VorgangView>();
  readonly mandanten = input.required<VorgangErsuchen['mandanten']>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  protected readonly label = inject(Language).pick(ACTS['ersuchen.askErsuchen'].label);
  protected readonly asking = new Asking();
  protected readonly day = date;
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly options = computed(() => this.mandanten().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly mandantId = signal('');
  protected readonly betreff = signal('');
  protected readonly question = signal('');
  protected readonly frist = signal('');
  protected readonly fristState = signal<'right' | 'wrong'>('right');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** What is not said yet; null: it can be sent. */
  protected readonly missing = computed(() => {
    if (this.mandantId() === '') return $localize`:@@ersuchen.noMandant:Es fehlt, an wen es geht.`;
    if (this.betreff().trim() === '') return $localize`:@@ersuchen.noBetreff:Es fehlt der Betreff.`;
    if (this.question().trim() === '') return $localize`:@@ersuchen.noQuestion:Es fehlt, worum es geht.`;
    if (this.fristState() === 'wrong') return $localize`:@@ersuchen.noFrist:Die Frist ist kein Tag.`;
    return null;
  });

  protected async send(): Promise<void> {
    if (this.missing() !== null) return;
    const { id: vorgangId, aktenzeichen } = this.vorgang();
    const input = {
      ...{ vorgangId, mandantId: this.mandantId(), betreff: this.betreff(), question: this.question() },
      ...{ frist: this.frist() === '' ? null : this.frist(), dokumentIds: [...this.chosen()] },
    };
    if (await this.asking.ask(() => this.acts.run('ersuchen.askErsuchen', input, aktenzeichen))) this.done.emit();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { StandingInstance } from '../../../../server/contract/process-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { firstReading } from '../../../live/first-reading.js';
import { Checkbox } from '../../../ui/checkbox/checkbox.js';
import { Field } from '../../../ui/field/field.js';
import { Select } from '../../../ui/field/select.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import type { ModelText } from '../../diagram/model-text.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

/** Takes tokens from where they stand and puts one on another step. */
@Component({
  selector: 'lm-move-token',
  imports: [Checkbox, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="workflow.modifyInstance"
    [effect]="effect()"
    [state]="target() === '' ? 'blocked' : asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="move($event)"
  >
    <fieldset>
      <legend class="section-title" i18n="@@operate.leaves">Hier endet, was läuft</legend>
      @for (token of begun().tokens; track token.elementKey) {
        <lm-checkbox [checked]="ending().has(token.elementKey)" (checkedChange)="toggle(token.elementKey, $event)">
          {{ nameOf(token.elementId) }}
        </lm-checkbox>
      }
    </fieldset>
    <lm-field label="Hier geht es weiter" i18n-label="@@operate.goesOn">
      <lm-select
        placeholder="Bitte einen Schritt wählen"
        i18n-placeholder="@@operate.chooseStep"
        [options]="steps()"
        [(value)]="target"
      />
    </lm-field>
  </lm-reason-sheet>`,
  styles: `
    fieldset {
      display: grid;
      gap: 6px;
    }
    legend {
      margin-bottom: 4px;
      padding: 0;
    }
  `,
})
export class MoveToken {
  readonly instance = input.required<StandingInstance>();
  readonly object = input.required<string>();
  readonly text = input.required<ModelText>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  /** As it stood when the sheet was opened: what has gone on meanwhile is refused, and never ended unseen. */
  protected readonly begun = firstReading(this.instance);
  protected readonly target = signal('');
  /** Keys of the tokens that end; all of them, until the person says otherwise. */
  protected readonly ending = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.begun().tokens.map(({ elementKey }) => elementKey)),
  );
  protected readonly steps = computed(() => this.text().steps.map(({ id, name }) => ({ value: id, label: name })));
  protected readonly effect = computed(
    () =>
      $localize`:@@operate.moveEffect:${this.object()}:object:: Was an den gewählten Schritten läuft, endet; offene Aufgaben dort entfallen. Der Ablauf geht am neuen Schritt weiter. Was er unterwegs schon getan hat, und seine Daten, bleiben.`,
  );

  protected nameOf(elementId: string): string {
    return this.text().names.get(elementId) ?? elementId;
  }

  protected toggle(key: string, chosen: boolean): void {
    const ending = new Set(this.ending());
    if (chosen) ending.add(key);
    else ending.delete(key);
    this.ending.set(ending);
  }

  protected async move(reason: string): Promise<void> {
    const { instanceKey } = this.begun();
    const input = { instanceKey, terminate: [...this.ending()], activate: [this.target()], reason };
    const answer = await this.asking.ask(() => this.acts.run('workflow.modifyInstance', input, this.object()));
    if (!answer) return;
    this.toasts.show(
      $localize`:@@operate.moved:${this.object()}:object: geht weiter bei ${this.nameOf(this.target())}:step:.`,
    );
    this.done.emit();
  }
}

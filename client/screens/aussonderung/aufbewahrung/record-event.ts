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
import type { AufbewahrungView } from '../../../../server/contract/aufbewahrung-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { firstReading } from '../../../live/first-reading.js';
import { Session } from '../../../live/session.js';
import { date, dayOf } from '../../../locale/format.js';
import { Control } from '../../../ui/field/control.js';
import { DateField } from '../../../ui/field/date-field.js';
import { Field } from '../../../ui/field/field.js';
import { Select, type SelectOption } from '../../../ui/field/select.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

/** Records the event that lets a period begin. */
@Component({
  selector: 'lm-record-event',
  imports: [Control, DateField, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="aussonderung.recordEvent"
    [effect]="effect"
    [state]="day() === '' || judged() === 'wrong' ? 'blocked' : asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="record($event)"
  >
    <lm-field label="Gilt für" i18n-label="@@frist.for">
      <lm-select [options]="kinds()" [value]="kind()" (valueChange)="choose($event)" />
    </lm-field>
    <lm-date-field
      label="Tag des Ereignisses"
      i18n-label="@@frist.eventDay"
      [value]="day()"
      [today]="today"
      [format]="date"
      (valueChange)="day.set($event)"
      (judged)="judged.set($event)"
    />
    @if (session.may('aussonderung.shortenFrist') && said()) {
      <lm-field label="Warum endet die Frist früher?" i18n-label="@@frist.earlier">
        <input lmControl type="text" maxlength="500" (input)="take($event)" />
      </lm-field>
    }
  </lm-reason-sheet>`,
})
export class RecordEvent {
  readonly view = input.required<AufbewahrungView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly date = date;
  private readonly begun = firstReading(this.view);
  protected readonly today = dayOf(this.session.now());
  protected readonly asking = new Asking();
  protected readonly judged = signal<'right' | 'wrong'>('right');
  protected readonly kind = signal<'vorgang' | 'akte'>('vorgang');
  protected readonly said = computed(() =>
    this.kind() === 'vorgang' ? this.begun().vorgangEvent : this.begun().akteEvent,
  );
  protected readonly day = linkedSignal(() => this.said()?.day ?? '');
  private readonly shorteningReason = signal('');
  protected readonly effect = $localize`:@@frist.eventEffect:Mit diesem Tag beginnt die Aufbewahrungsfrist, frühestens mit der z. d. A.-Verfügung. Der Grund nennt das Ereignis.`;
  protected readonly kinds = computed<readonly SelectOption[]>(() => [
    { value: 'vorgang', label: `${$localize`:@@frist.levelVorgang:Vorgang`} ${this.begun().aktenzeichen}` },
    { value: 'akte', label: `${$localize`:@@frist.levelAkte:Akte`} ${this.begun().akteAktenzeichen}` },
  ]);

  protected choose(value: string): void {
    this.kind.set(value === 'akte' ? 'akte' : 'vorgang');
  }

  protected take(event: Event): void {
    this.shorteningReason.set((event.target as HTMLInputElement).value);
  }

  protected async record(reason: string): Promise<void> {
    const view = this.begun();
    const object = this.kind() === 'vorgang' ? view.aktenzeichen : view.akteAktenzeichen;
    const answer = await this.asking.ask(() =>
      this.acts.run(
        'aussonderung.recordEvent',
        {
          objectKind: this.kind(),
          objectId: this.kind() === 'vorgang' ? view.vorgangId : view.akteId,
          version: this.said()?.version ?? 0,
          day: this.day(),
          reason,
          shorteningReason: this.shorteningReason().trim() || null,
        },
        object,
      ),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@frist.eventDone:Ereignis für ${object}:aktenzeichen: festgehalten.`);
    this.done.emit();
  }
}

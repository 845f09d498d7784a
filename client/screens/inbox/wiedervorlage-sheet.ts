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
import { ACTS } from '../../../server/contract/acts.js';
import { WIEDERVORLAGE_ARTEN, type WiedervorlageArt } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { type Segment, Segmented } from '../../ui/segmented/segmented.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AufgabeActs } from './aufgabe-acts.js';
import { AGAIN_WORDS } from './filter-words.js';

/** „Wiedervorlage“: until when, how it reminds, and why. A Frist that ends before the day is said before anybody saves. */
@Component({
  selector: 'lm-wiedervorlage-sheet',
  imports: [Alert, Button, Control, DateField, Dialog, Field, RefusalAlert, Segmented],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-date-field
        label="Wieder vorlegen am"
        i18n-label="@@wiedervorlage.day"
        [today]="today()"
        [format]="format"
        [value]="day()"
        (valueChange)="day.set($event)"
        (judged)="judged.set($event)"
      />
      @if (missing(); as text) {
        <lm-alert kind="danger" [title]="text" />
      }
      @if (passedFrist(); as text) {
        <lm-alert kind="warning" [title]="text" />
      }
      <div class="until">
        <span aria-hidden="true" i18n="@@wiedervorlage.until">Bis dahin</span>
        <lm-segmented label="Bis dahin" i18n-label="@@wiedervorlage.until" [segments]="arten" [(selected)]="art" />
      </div>
      <lm-field
        label="Notiz"
        i18n-label="@@handover.note"
        hint="Steht bei der Aufgabe und im Verlauf."
        i18n-hint="@@handover.noteHint"
      >
        <textarea lmControl rows="3" maxlength="500" [value]="note()" (input)="take($event)"></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="save()">{{ heading }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .until {
      display: grid;
      justify-items: start;
      gap: 4px;
      font: 600 0.8125rem/1.125rem var(--font);
    }
  `,
})
export class WiedervorlageSheet {
  readonly aufgabe = input.required<AufgabeView>();
  /** What the person chose the last time. */
  readonly usual = input<WiedervorlageArt>('ausblenden');
  readonly closed = output();
  /** Until when it is put aside, and whether it is out of the list. */
  readonly done = output<{ readonly day: string; readonly art: WiedervorlageArt }>();

  private readonly acts = inject(AufgabeActs);
  private readonly session = inject(Session);
  protected readonly heading = inject(Language).pick(ACTS['aufgabe.setWiedervorlage'].label);
  protected readonly asking = new Asking();
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly format = date;
  private readonly first = firstReading(() => this.aufgabe().wiedervorlage);
  protected readonly day = linkedSignal(() => {
    const before = this.first()?.day ?? '';
    return before > this.today() ? before : '';
  });
  protected readonly art = linkedSignal(() => this.first()?.art ?? this.usual());
  protected readonly note = linkedSignal(() => this.first()?.note ?? '');
  protected readonly judged = signal<'right' | 'wrong'>('right');
  protected readonly missing = signal<string | null>(null);
  protected readonly arten: readonly Segment<WiedervorlageArt>[] = WIEDERVORLAGE_ARTEN.map((id) => ({
    id,
    label: AGAIN_WORDS[id],
  }));
  protected readonly passedFrist = computed(() => {
    const { frist } = this.aufgabe();
    return frist !== null && this.day() !== '' && frist < this.day()
      ? $localize`:@@wiedervorlage.frist:Die Frist läuft vorher ab, am ${date(frist)}:day:. Sie läuft weiter.`
      : '';
  });

  protected take(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected async save(): Promise<void> {
    if (this.judged() === 'wrong') return;
    const [day, art] = [this.day(), this.art()];
    this.missing.set(
      day === ''
        ? $localize`:@@wiedervorlage.dayMissing:Bitte nennen Sie den Tag. Beispiele: 24.11., +2w, morgen`
        : null,
    );
    if (day === '') return;
    const wanted = { day, art, note: this.note().trim() };
    const done = await this.asking.ask(() => this.acts.setWiedervorlage(this.aufgabe(), wanted));
    if (done) this.done.emit({ day, art });
  }
}

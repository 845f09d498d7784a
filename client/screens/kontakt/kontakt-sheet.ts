import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { KontaktFacts, KontaktView } from '../../../server/contract/kontakt-views.js';
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
import { kontaktFields } from './kontakt-fields.js';
import { Conflict } from '../shared/conflict/conflict.js';
import { ConflictPanel } from '../shared/conflict/conflict-panel.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

const NOBODY: KontaktFacts = {
  ...{ art: 'person', name: '', vorname: '', strasse: '', plz: '', ort: '', mail: '', telefon: '', geburtsdatum: null },
};

/** Adds somebody to the register, or corrects an entry. */
@Component({
  selector: 'lm-kontakt-sheet',
  imports: [Button, ConflictPanel, Control, DateField, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kontakt-sheet.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px;
    }
  `,
})
export class KontaktSheet {
  /** The entry to correct; null: a new one. */
  readonly kontakt = input<KontaktView | null>(null);
  readonly closed = output();
  /** Id of the entry. */
  readonly saved = output<string>();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly asking = new Asking();
  protected readonly conflict = new Conflict(this.kontakt, () => this.fields);
  private readonly begun = this.conflict.begun;
  private readonly panel = viewChild.required(ConflictPanel);
  protected readonly label = computed(() =>
    this.language.pick(ACTS[this.begun() ? 'kontakt.changeKontakt' : 'kontakt.addKontakt'].label),
  );
  protected readonly facts = linkedSignal<KontaktFacts>(() => this.begun() ?? NOBODY);
  protected readonly day = signal<'right' | 'wrong'>('right');
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly required = $localize`:@@form.required:Bitte ausfüllen.`;
  protected readonly format = date;
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly arten = [
    { value: 'person', label: $localize`:@@kontakt.person:Person` },
    { value: 'organisation', label: $localize`:@@kontakt.organisation:Organisation` },
  ];

  private readonly fields = kontaktFields(
    () => this.facts(),
    (change) => this.facts.update((facts) => ({ ...facts, ...change })),
  );

  protected set(name: Exclude<keyof KontaktFacts, 'art' | 'geburtsdatum'>, event: Event): void {
    const value = (event.target as HTMLInputElement).value;
    this.facts.update((facts) => ({ ...facts, [name]: value }));
  }

  protected setArt(value: string): void {
    this.facts.update((facts) => ({ ...facts, art: value === 'organisation' ? 'organisation' : 'person' }));
  }

  protected born(day: string): void {
    this.facts.update((facts) => ({ ...facts, geburtsdatum: day === '' ? null : day }));
  }

  protected async save(): Promise<void> {
    this.faults.set('faults');
    if (!this.conflict.settled()) return this.panel().focus();
    this.conflict.settle();
    const { art, name, strasse, plz, ort, mail, telefon, ...ofPerson } = this.facts();
    if (name.trim() === '' || this.day() === 'wrong') return;
    // An organisation has neither first name nor birthday, whatever was typed before.
    const own = art === 'person' ? ofPerson : { vorname: '', geburtsdatum: null };
    const { vorname, geburtsdatum } = own;
    const input: KontaktFacts = { art, name, vorname, strasse, plz, ort, mail: mail.trim(), telefon, geburtsdatum };
    const kontakt = this.begun();
    const answer = await this.asking.ask<object>(() =>
      kontakt
        ? this.acts.run('kontakt.changeKontakt', { ...input, id: kontakt.id, version: kontakt.version }, name)
        : this.acts.run('kontakt.addKontakt', input, name),
    );
    if (answer) this.saved.emit(kontakt?.id ?? ('id' in answer ? String(answer.id) : ''));
  }
}

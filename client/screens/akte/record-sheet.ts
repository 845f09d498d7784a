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
import type { AkteView, FederfuehrungView, Medium, RecordMetadata } from '../../../server/contract/akte-views.js';
import type { AktenvorlageKind } from '../../../server/contract/vorlage-views.js';
import type { ZusatzInput } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Conflict } from '../shared/conflict/conflict.js';
import { ConflictPanel } from '../shared/conflict/conflict-panel.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { BeginFrom, type Beginning } from '../vorlagen/begin-from.js';
import { ZusatzFields } from '../zusatzfeld/zusatz-fields.js';
import { recordFields } from './record-fields.js';
import { MEDIEN } from './record-words.js';

export type RecordAct =
  | 'akte.openAkte'
  | 'akte.openTeilakte'
  | 'akte.openVorgang'
  | 'akte.openTeilvorgang'
  | 'akte.editAkte'
  | 'akte.editVorgang';

/** What was made or changed. */
export interface Saved {
  readonly kind: 'akte' | 'vorgang';
  readonly id: string;
}

/** Opens a record below another one, or changes what one says of itself. */
@Component({
  selector: 'lm-record-sheet',
  imports: [BeginFrom, Button, ConflictPanel, Control, DateField, Dialog, Field, RefusalAlert, Select, ZusatzFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './record-sheet.html',
})
export class RecordSheet {
  readonly act = input.required<RecordAct>();
  /** The position, Akte or Vorgang that it is opened in, or the record itself. */
  readonly of = input.required<string>();
  /** Its name, as the sheet shows it. */
  readonly name = input.required<string>();
  /** The record to change. */
  readonly record = input<AkteView | RecordMetadata | null>(null);
  protected readonly conflict = new Conflict(this.record, () => this.fields);
  protected readonly begun = this.conflict.begun;
  private readonly panel = viewChild.required(ConflictPanel);
  readonly closed = output();
  readonly saved = output<Saved>();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly date = date;
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));
  protected readonly edits = computed(() => this.act().startsWith('akte.edit'));
  /** Extra fields are asked for when there is a record: a new one is opened without a word about them. */
  protected readonly recordKind = computed(() => {
    if (!this.edits()) return null;
    return this.act() === 'akte.editAkte' ? ('akte' as const) : ('vorgang' as const);
  });
  protected readonly zusatz = signal<ZusatzInput>({});
  protected readonly hasUnit = computed(() => this.act() === 'akte.openAkte' || this.act() === 'akte.editAkte');
  /** Of what may begin with an Aktenvorlage. */
  protected readonly beginsAs = computed<AktenvorlageKind | null>(() => {
    if (this.act() === 'akte.openAkte') return 'akte';
    return this.act() === 'akte.openVorgang' ? 'vorgang' : null;
  });
  protected readonly beginning = signal<Beginning | null>(null);
  private readonly units = liveView<FederfuehrungView>(() => (this.hasUnit() ? 'federfuehrungen' : null), []);
  protected readonly unitOptions = computed(() =>
    (this.units.value()?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly betreff = linkedSignal(() => this.begun()?.betreff ?? '');
  protected readonly bemerkung = linkedSignal(() => this.begun()?.bemerkung ?? '');
  protected readonly medium = linkedSignal<string>(() => this.begun()?.medium ?? 'elektronisch');
  protected readonly standort = linkedSignal(() => this.begun()?.standort ?? '');
  protected readonly beginn = linkedSignal(() => this.begun()?.laufzeitBeginn ?? '');
  protected readonly ende = linkedSignal(() => this.begun()?.laufzeitEnde ?? '');
  protected readonly unit = linkedSignal(() => {
    const record = this.begun();
    return record && 'federfuehrung' in record ? record.federfuehrung.id : '';
  });
  protected readonly days = signal<ReadonlySet<'beginn' | 'ende' | 'zusatz'>>(new Set());
  protected readonly missing = signal<ReadonlySet<'betreff' | 'standort'>>(new Set());
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly required = $localize`:@@form.required:Bitte ausfüllen.`;
  protected readonly byPlan = $localize`:@@akte.unitByPlan:wie die Stelle im Aktenplan`;
  protected readonly medien = (Object.keys(MEDIEN) as Medium[]).map((value) => ({ value, label: MEDIEN[value] }));

  /** Of which two people may have different ones. */
  private readonly fields = recordFields({
    ...{ betreff: this.betreff, bemerkung: this.bemerkung, medium: this.medium, standort: this.standort },
    ...{ beginn: this.beginn, ende: this.ende, unit: this.unit },
    unitName: (id: string) => this.unitOptions().find(({ value }) => value === id)?.label ?? id,
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected judge(field: 'beginn' | 'ende' | 'zusatz', state: 'right' | 'wrong'): void {
    const wrong = new Set(this.days());
    if (state === 'wrong') wrong.add(field);
    else wrong.delete(field);
    this.days.set(wrong);
  }

  protected async save(): Promise<void> {
    const missing = new Set<'betreff' | 'standort'>();
    if (this.betreff().trim() === '') missing.add('betreff');
    if (this.medium() !== 'elektronisch' && this.standort().trim() === '') missing.add('standort');
    this.missing.set(missing);
    if (missing.size > 0 || this.days().size > 0 || this.state() === 'busy') return;
    if (!this.conflict.settled()) return this.panel().focus();
    // Extra fields have a form of their own, which knows only its first state: with one of them changed the server has the last word.
    if (Object.keys(this.zusatz()).length === 0) this.conflict.settle();
    this.state.set('busy');
    const saved = await this.run();
    this.state.set('ready');
    if (isRefusal(saved)) return this.refusal.set(saved);
    this.saved.emit(saved);
  }

  private facts() {
    const medium = this.medium() as Medium;
    const standort = medium === 'elektronisch' ? '' : this.standort().trim();
    return { betreff: this.betreff().trim(), bemerkung: this.bemerkung().trim(), medium, standort };
  }

  private async run(): Promise<Saved | Refusal> {
    const [of, facts, version] = [this.of(), this.facts(), this.begun()?.version ?? 0];
    switch (this.act()) {
      case 'akte.openAkte': {
        const input = { einheitId: of, federfuehrungId: this.unit() || null, ...facts };
        const from = this.beginning();
        if (!from) return this.opened('akte', await this.acts.run('akte.openAkte', input, this.name()));
        const whole = { ...from, opening: input };
        return this.opened('akte', await this.acts.run('vorlage.openAkteFromVorlage', whole, this.name()));
      }
      case 'akte.openTeilakte':
        return this.opened('akte', await this.acts.run('akte.openTeilakte', { akteId: of, ...facts }, this.name()));
      case 'akte.openVorgang': {
        const [input, from] = [{ akteId: of, ...facts }, this.beginning()];
        if (!from) return this.opened('vorgang', await this.acts.run('akte.openVorgang', input, this.name()));
        const whole = { ...from, opening: input };
        return this.opened('vorgang', await this.acts.run('vorlage.openVorgangFromVorlage', whole, this.name()));
      }
      case 'akte.openTeilvorgang': {
        const input = { vorgangId: of, ...facts };
        return this.opened('vorgang', await this.acts.run('akte.openTeilvorgang', input, this.name()));
      }
      case 'akte.editAkte': {
        const laufzeit = { laufzeitBeginn: this.beginn(), laufzeitEnde: this.ende() || null };
        const input = {
          akteId: of,
          version,
          federfuehrungId: this.unit(),
          ...facts,
          ...laufzeit,
          zusatz: this.zusatz(),
        };
        const answer = await this.acts.run('akte.editAkte', input, this.name());
        return isRefusal(answer) ? answer : { kind: 'akte', id: of };
      }
      case 'akte.editVorgang': {
        const input = { vorgangId: of, version, ...facts, laufzeitBeginn: this.beginn(), zusatz: this.zusatz() };
        const answer = await this.acts.run('akte.editVorgang', input, this.name());
        return isRefusal(answer) ? answer : { kind: 'vorgang', id: of };
      }
    }
  }

  private opened(
    kind: Saved['kind'],
    answer: Refusal | { aktenzeichen: string; akteId?: string; vorgangId?: string },
  ): Saved | Refusal {
    if (isRefusal(answer)) return answer;
    this.toasts.show($localize`:@@akte.opened:Angelegt: ${answer.aktenzeichen}:aktenzeichen:`);
    return { kind, id: answer.vorgangId ?? answer.akteId ?? '' };
  }
}

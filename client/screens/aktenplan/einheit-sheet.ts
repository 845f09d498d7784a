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
import type { Aufbewahrung, Aussonderungsart, EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Acts } from '../../live/acts.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ARTEN, FOR_EVER, INHERITED } from './words.js';

/** Adds a position below another one (or on top), or changes one: what it says, and from which day. */
@Component({
  selector: 'lm-einheit-sheet',
  imports: [Button, Control, DateField, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './einheit-sheet.html',
})
export class EinheitSheet {
  /** The position to change; null to add one. */
  readonly einheit = input<EinheitView | null>(null);
  /** Where a new one is added; null: on top. */
  readonly parent = input<EinheitView | null>(null);
  readonly today = input.required<string>();
  readonly closed = output();
  readonly changed = output();
  readonly added = output<string>();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly date = date;
  private readonly begun = firstReading(this.einheit);
  private readonly above = firstReading(this.parent);
  private readonly newest = computed(() => this.begun()?.versions[0] ?? null);
  protected readonly act = computed(() => (this.begun() ? 'aktenplan.changeEinheit' : 'aktenplan.addEinheit'));
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));
  protected readonly onTop = computed(() => (this.begun() ? this.newest()?.parent === null : this.above() === null));
  protected readonly kennzeichen = linkedSignal(() => {
    const above = this.above()?.kennzeichen;
    return above ? `${above}.` : '';
  });
  protected readonly titel = linkedSignal(() => this.newest()?.titel ?? '');
  /** `jahre` shows the field for the years. */
  protected readonly period = linkedSignal(() => {
    const own = this.newest()?.aufbewahrung ?? (this.onTop() ? 10 : 'geerbt');
    return typeof own === 'number' ? 'jahre' : own;
  });
  protected readonly years = linkedSignal(() => {
    const own = this.newest()?.aufbewahrung;
    return typeof own === 'number' ? String(own) : '10';
  });
  protected readonly art = linkedSignal(() => this.newest()?.aussonderungsart ?? (this.onTop() ? 'B' : 'geerbt'));
  /** A change of a planned version begins on its day: it replaces that one. */
  protected readonly validFrom = linkedSignal(() => {
    const planned = this.newest()?.validFrom ?? '';
    return planned > this.today() ? planned : this.today();
  });
  protected readonly dayState = signal<'right' | 'wrong'>('right');
  protected readonly missing = signal<ReadonlySet<'kennzeichen' | 'titel' | 'years'>>(new Set());
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly required = $localize`:@@form.required:Bitte ausfüllen.`;
  protected readonly wrongYears = $localize`:@@aktenplan.wrongYears:Eine Zahl von 0 bis 130.`;
  private readonly inherits = computed(() => (this.onTop() ? [] : [{ value: 'geerbt', label: INHERITED }]));
  protected readonly periods = computed(() => [
    ...this.inherits(),
    { value: 'jahre', label: $localize`:@@aktenplan.inYears:in Jahren` },
    { value: 'unbefristet', label: FOR_EVER },
  ]);
  protected readonly arten = computed(() => [
    ...this.inherits(),
    ...(['A', 'B', 'V'] as const).map((value) => ({ value, label: ARTEN[value] })),
  ]);

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(): Promise<void> {
    const wrong = this.wrongFields();
    this.missing.set(wrong);
    if (wrong.size > 0 || this.dayState() === 'wrong' || this.state() === 'busy') return;
    this.state.set('busy');
    const einheit = this.begun();
    const saved = einheit ? await this.change(einheit) : await this.add();
    this.state.set('ready');
    if (isRefusal(saved)) return this.refusal.set(saved);
    const from = date(this.validFrom());
    this.toasts.show($localize`:@@aktenplan.saved:Eingetragen, gilt ab ${from}:day:.`);
    if (einheit) this.changed.emit();
    else this.added.emit(saved);
  }

  private wrongFields(): Set<'kennzeichen' | 'titel' | 'years'> {
    const wrong = new Set<'kennzeichen' | 'titel' | 'years'>();
    if (!this.begun() && this.kennzeichen().trim() === '') wrong.add('kennzeichen');
    if (this.titel().trim() === '') wrong.add('titel');
    const years = this.years().trim();
    if (this.period() === 'jahre' && !(/^\d{1,3}$/.test(years) && Number(years) <= 130)) wrong.add('years');
    return wrong;
  }

  private facts() {
    const period = this.period();
    const aufbewahrung: Aufbewahrung =
      period === 'jahre' ? Number(this.years()) : period === 'unbefristet' ? period : 'geerbt';
    const art = this.art();
    const aussonderungsart: Aussonderungsart | null = art === 'A' || art === 'B' || art === 'V' ? art : null;
    return { titel: this.titel().trim(), aufbewahrung, aussonderungsart, validFrom: this.validFrom() };
  }

  /** Answers the id of the position. */
  private async change({ id, version, kennzeichen }: EinheitView): Promise<string | Refusal> {
    const input = { einheitId: id, version, ...this.facts() };
    const answer = await this.acts.run('aktenplan.changeEinheit', input, kennzeichen);
    return isRefusal(answer) ? answer : id;
  }

  private async add(): Promise<string | Refusal> {
    const kennzeichen = this.kennzeichen().trim();
    const input = { kennzeichen, parentId: this.above()?.id ?? null, ...this.facts() };
    const answer = await this.acts.run('aktenplan.addEinheit', input, kennzeichen);
    return isRefusal(answer) ? answer : answer.einheitId;
  }
}

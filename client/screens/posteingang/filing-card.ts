import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { LinkedView } from '../../../server/contract/eingang-views.js';
import type { EingangKind } from '../../../server/contract/examination.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { date, dayOf, euro } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { DuplicateList } from './duplicate-list.js';
import { EingangWay } from './eingang-way.js';
import { akteBetreffOf, type ChosenPlace, type Filing, type FilingFault, placeOf, processFor } from './filing.js';
import { ProposalList } from './proposal-list.js';
import { TargetPicker } from './target-picker.js';
import { KINDS } from './words.js';

/** The filing card: what it is, where it belongs and why, what shall start. */
@Component({
  selector: 'lm-filing-card',
  imports: [Alert, Control, DateField, DuplicateList, EingangWay, Field, ProposalList, Select, TargetPicker],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './filing-card.html',
  styleUrl: './filing-card.css',
})
export class FilingCard {
  readonly eingang = input.required<EingangView>();
  readonly filing = input.required<Filing>();
  readonly faults = input.required<readonly FilingFault[]>();
  /** The part that the person has changed: two fields may speak before the card is drawn again. */
  readonly filingChange = output<Partial<Filing>>();
  readonly pick = output<number>();
  readonly link = output<string>();
  readonly unlink = output<LinkedView>();

  private readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly missing = $localize`:@@form.required:Bitte ausfüllen.`;
  protected readonly picker = signal<'open' | 'closed'>('closed');
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly place = computed(() => placeOf(this.filing(), this.eingang().proposals));
  protected readonly chosen = computed(() => (typeof this.filing().place === 'object' ? this.place() : null));
  protected readonly makesNew = computed(() => (this.place()?.target.kind ?? 'vorgang') !== 'vorgang');
  protected readonly newAkte = computed(() => {
    const place = this.place();
    if (place?.target.kind !== 'aktenplaneinheit') return null;
    return { text: akteBetreffOf(this.filing(), place, this.eingang()) };
  });
  protected readonly facts = computed(() => {
    const examination = this.eingang().examination;
    if (!examination) return '';
    const amount = examination.amountCent === null ? [] : [euro(examination.amountCent)];
    return [KINDS[this.filing().kind], examination.rechnung?.nummer ?? '', ...amount].filter(Boolean).join(' · ');
  });
  protected readonly processes = computed(() => {
    const eingang = this.eingang();
    const known = [...eingang.proposals, undefined].map((proposal) => processFor(eingang, proposal)).filter(Boolean);
    const none = { value: '', label: $localize`:@@filing.noProcess:keiner, nur eine Aufgabe für die Einheit` };
    return [none, ...[...new Set(known)].map((id) => ({ value: id, label: capitalised(id) }))];
  });
  /** The reason of a duplicate stands with the duplicate. */
  protected readonly warnings = computed(() => this.eingang().examination?.warnings ?? []);

  protected readonly kinds = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

  /** Why it is proposed; gone as soon as the person says otherwise. */
  protected reasonOf(field: 'sender' | 'kind'): string {
    const suggested = this.eingang().suggested?.[field];
    return suggested && suggested.value === this.filing()[field] ? this.language.pick(suggested.reason) : '';
  }

  protected changeKind(value: string): void {
    if (isKind(value)) this.change({ kind: value });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected change(part: Partial<Filing>): void {
    this.filingChange.emit(part);
  }

  protected choosePlace(place: ChosenPlace): void {
    this.picker.set('closed');
    this.change({ place });
  }
}

function isKind(value: string): value is EingangKind {
  return Object.hasOwn(KINDS, value);
}

/** Processes are named by their id here: the Poststelle may not read the processes, and the id is a plain word. */
function capitalised(id: string): string {
  return id.charAt(0).toLocaleUpperCase('de') + id.slice(1);
}

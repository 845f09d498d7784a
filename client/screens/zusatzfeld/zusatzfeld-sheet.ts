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
import type { DokumentArt } from '../../../server/contract/dokument-views.js';
import type { ZusatzfeldPreview, ZusatzfeldView, ZusatzKind } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { count, date, dayOf } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { TextField } from '../../ui/field/text-field.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { Plan } from '../akte/plan.js';
import { artOptions } from '../dokument/details.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { type DefinitionDraft, definitionOf, draftOf, keyFrom, NEW_DRAFT } from './definition-draft.js';
import { OptionRows } from './option-rows.js';
import { ARTEN, DIGITS, LETTERS, LETTERS_AND_DIGITS, placeWords } from './zusatz-words.js';

/** Defines a field, or says otherwise what one is; values that would not fit any more are counted before. */
@Component({
  selector: 'lm-zusatzfeld-sheet',
  imports: [
    Alert,
    Button,
    Checkbox,
    Control,
    DateField,
    Dialog,
    Field,
    OptionRows,
    Plan,
    RefusalAlert,
    Select,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './zusatzfeld-sheet.html',
  styleUrl: './zusatzfeld-sheet.css',
})
export class ZusatzfeldSheet {
  /** The field to change; null: a new one of this kind. */
  readonly field = input<ZusatzfeldView | null>(null);
  readonly kind = input.required<ZusatzKind>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly asking = new Asking();
  protected readonly label = computed(() =>
    this.language.pick(ACTS[this.begun() ? 'zusatzfeld.changeZusatzfeld' : 'zusatzfeld.defineZusatzfeld'].label),
  );
  protected readonly begun = firstReading(this.field);
  protected readonly draft = linkedSignal<DefinitionDraft>(() => {
    const field = this.begun();
    return field ? draftOf(field) : NEW_DRAFT;
  });
  protected readonly key = computed(() => this.draft().key || keyFrom(this.draft().de));
  /** How many values the definition would break, once that was asked; anything that is typed forgets it. */
  protected readonly breaking = linkedSignal<DefinitionDraft, number | null>({
    source: this.draft,
    computation: () => null,
  });
  protected readonly place = linkedSignal<'everywhere' | 'below'>(() =>
    this.begun()?.einheitId ? 'below' : 'everywhere',
  );
  protected readonly placeName = computed(() => {
    const field = this.begun();
    return field?.einheitId ? placeWords({ einheit: field.einheit, dokumentArt: null }) : '';
  });
  protected readonly mayReadPlan = computed(() => this.session.may('akte.read'));
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly wrongDays = signal<ReadonlySet<'low' | 'high'>>(new Set());
  protected readonly format = date;
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly required = $localize`:@@form.required:Bitte ausfüllen.`;
  protected readonly everyArt = $localize`:@@zusatz.everyArt:jede Dokumentart`;
  protected readonly arten = Object.entries(ARTEN).map(([value, label]) => ({ value, label }));
  protected readonly dokumentArten = artOptions();
  protected readonly needs = [
    { value: 'optional', label: $localize`:@@zusatz.optional:freiwillig` },
    { value: 'required', label: $localize`:@@zusatz.required:Pflicht vor z. d. A.` },
  ];
  protected readonly signs = [
    { value: 'any', label: $localize`:@@zusatz.anySigns:alle Zeichen` },
    { value: 'digits', label: DIGITS },
    { value: 'letters', label: LETTERS },
    { value: 'lettersAndDigits', label: LETTERS_AND_DIGITS },
  ];

  protected change(changed: Partial<DefinitionDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...changed }));
  }

  /** A select knows its values as texts; they are those of its options. */
  protected select(name: 'art' | 'need' | 'signs' | 'dokumentArt', value: string): void {
    this.change({ [name]: value === '' ? null : value });
  }

  protected setPlace(everywhere: boolean): void {
    this.place.set(everywhere ? 'everywhere' : 'below');
    this.change({ einheitId: everywhere ? null : (this.begun()?.einheitId ?? null) });
  }

  protected choosePlace(entry: PlanEntry): void {
    if (entry.kind === 'einheit') this.change({ einheitId: entry.row.id });
  }

  protected judge(limit: 'low' | 'high', state: 'right' | 'wrong'): void {
    const wrong = new Set(this.wrongDays());
    if (state === 'wrong') wrong.add(limit);
    else wrong.delete(limit);
    this.wrongDays.set(wrong);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected breakingTitle(number: number): string {
    return $localize`:@@zusatz.breaking:Gespeicherte Angaben passen danach nicht mehr: ${count(number)}:count:`;
  }

  protected dokumentArt(): DokumentArt | '' {
    return this.draft().dokumentArt ?? '';
  }

  protected async save(): Promise<void> {
    this.faults.set('faults');
    const { de, en, einheitId } = this.draft();
    const unplaced = this.place() === 'below' && einheitId === null;
    if (de.trim() === '' || en.trim() === '' || unplaced || this.wrongDays().size > 0) return;
    const field = this.begun();
    const definition = definitionOf(this.draft());
    if (!field) {
      const input = { ...definition, kind: this.kind(), key: this.key() };
      return this.finish(await this.asking.ask(() => this.acts.run('zusatzfeld.defineZusatzfeld', input, de)));
    }
    const confirmed = this.breaking();
    const { rule, dokumentArt } = definition;
    const question = { zusatzfeldId: field.id, rule, einheitId, dokumentArt };
    const preview = await this.asking.ask(() => this.api.post<ZusatzfeldPreview>('zusatzfelder/vorschau', question));
    if (!preview) return;
    // What was confirmed is what was shown: another number is shown first.
    if (preview.breaking > 0 && preview.breaking !== confirmed) return this.breaking.set(preview.breaking);
    const { id, version } = field;
    const input = { ...definition, id, version, breaking: preview.breaking };
    this.finish(await this.asking.ask(() => this.acts.run('zusatzfeld.changeZusatzfeld', input, de)));
  }

  private finish(answer: object | null): void {
    if (answer) this.done.emit();
  }
}

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
import type { Term, TermName, WordingLanguage, WordingRow } from '../../../server/contract/wording-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { replacing } from '../../locale/own-words.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { sentencesWith } from './sentences-with.js';

/** A word of the interface in one language, as everybody says it and as this authority does. */
export interface Word {
  readonly id: TermName;
  readonly language: WordingLanguage;
  readonly term: Term;
  readonly row: WordingRow | null;
}

/** More would be a list to read and no impression. */
const SHOWN = 4;

/** Changes a word, form by form; sentences of the interface show at once how it reads. */
@Component({
  selector: 'lm-word-sheet',
  imports: [Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './word-sheet.html',
  styleUrl: './word-sheet.css',
})
export class WordSheet {
  readonly word = input.required<Word>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly asking = new Asking();
  protected readonly label = inject(Language).pick(ACTS['wording.changeWord'].label);
  protected readonly begun = firstReading(this.word);
  protected readonly forms = linkedSignal(() => this.begun().row?.forms ?? [...this.begun().term.forms]);
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly required = $localize`:@@form.required:Bitte ausfüllen.`;
  private readonly found = computed(() => sentencesWith(this.begun().term, this.begun().language));
  protected readonly more = computed(() => Math.max(0, this.found().length - SHOWN));
  protected readonly preview = computed(() => {
    const { id, language, term } = this.begun();
    const forms = this.forms().map((form, index) => form.trim() || (term.forms[index] ?? ''));
    return this.found()
      .slice(0, SHOWN)
      .map(replacing([{ term: id, language, forms }], language));
  });

  protected type(index: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.forms.update((forms) => forms.map((form, at) => (at === index ? value : form)));
  }

  protected async save(): Promise<void> {
    this.faults.set('faults');
    const forms = this.forms().map((form) => form.trim());
    if (forms.includes('')) return;
    const same = forms.every((form, index) => form === this.begun().term.forms[index]);
    await this.send(same ? null : forms);
  }

  protected restore(): Promise<void> {
    return this.send(null);
  }

  private async send(forms: string[] | null): Promise<void> {
    const { id: term, language, row, term: standard } = this.begun();
    const input = { term, language, forms, version: row?.version ?? 0 };
    const name = standard.forms[0] ?? term;
    if (await this.asking.ask(() => this.acts.run('wording.changeWord', input, name))) this.done.emit();
  }
}

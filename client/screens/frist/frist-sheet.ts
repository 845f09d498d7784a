import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS, type PersonActName } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
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
import { Segmented } from '../../ui/segmented/segmented.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { fristWords, ruleWords } from './frist-words.js';

type Deed = 'frist.setFrist' | 'frist.extendFrist' | 'frist.suspendVorgang' | 'frist.resumeVorgang';

/** By when the Vorgang must be finished, and what can be done about it: set, extend, let it rest, go on. */
@Component({
  selector: 'lm-frist-sheet',
  imports: [Alert, Button, Control, DateField, Dialog, Field, RefusalAlert, Segmented],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './frist-sheet.html',
})
export class FristSheet {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly asking = new Asking();
  protected readonly date = date;
  private readonly begun = firstReading(this.vorgang);
  protected readonly frist = computed(() => this.begun().frist);
  protected readonly words = computed(() => fristWords(this.frist()));
  protected readonly rule = computed(() => ruleWords(this.frist()));
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly mayEdit = computed(() => this.vorgang().state === 'offen' && this.session.may('akte.edit'));
  /** What is possible now: a Vorgang that rests can only go on. */
  protected readonly deeds = computed(() => {
    const { frist, rests } = this.frist();
    const possible: readonly Deed[] =
      rests !== null
        ? ['frist.resumeVorgang']
        : frist === null
          ? ['frist.setFrist', 'frist.suspendVorgang']
          : ['frist.extendFrist', 'frist.suspendVorgang', 'frist.setFrist'];
    return possible.map((id) => ({ id, label: this.labelOf(id) }));
  });
  private readonly chosen = signal<Deed | null>(null);
  protected readonly deed = computed(() => this.chosen() ?? this.deeds()[0]?.id ?? 'frist.setFrist');
  protected readonly day = signal('');
  protected readonly dayState = signal<'right' | 'wrong'>('right');
  protected readonly grundlage = signal('');
  protected readonly times = signal('1');
  protected readonly longest = signal('');
  protected readonly days = signal('14');
  protected readonly reason = signal('');
  protected readonly ready = computed(() => {
    const asksDay = this.deed() === 'frist.setFrist' || this.deed() === 'frist.extendFrist';
    return this.reason().trim().length >= 3 && (!asksDay || (this.day() !== '' && this.dayState() === 'right'));
  });

  protected labelOf(act: PersonActName): string {
    return this.language.pick(ACTS[act].label);
  }

  protected choose(deed: Deed): void {
    this.chosen.set(deed);
    this.day.set('');
  }

  protected async save(): Promise<void> {
    if (!this.ready()) return;
    const answer = await this.asking.ask(() => this.run());
    if (answer) this.done.emit();
  }

  private run() {
    const { id: vorgangId, aktenzeichen, frist } = this.begun();
    const about = { vorgangId, version: frist.version, reason: this.reason() };
    switch (this.deed()) {
      case 'frist.setFrist': {
        const rule = { mostExtensions: numberOf(this.times()), mostDays: numberOf(this.longest()) };
        const input = { ...about, ...rule, frist: this.day(), grundlage: this.grundlage() };
        return this.acts.run('frist.setFrist', input, aktenzeichen);
      }
      case 'frist.extendFrist':
        return this.acts.run('frist.extendFrist', { ...about, until: this.day() }, aktenzeichen);
      case 'frist.suspendVorgang':
        return this.acts.run('frist.suspendVorgang', { ...about, days: Number(this.days()) }, aktenzeichen);
      case 'frist.resumeVorgang':
        return this.acts.run('frist.resumeVorgang', about, aktenzeichen);
    }
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }
}

/** Nothing typed: no rule. */
function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import type { Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { clockTime, date, dayOf, daysBetween, moment } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Icon } from '../../ui/icon/icon.js';
import { StepBars } from '../../ui/step-bars/step-bars.js';
import type { ShownPlace } from '../document/shown-place.js';
import { read, written } from '../form/writing.js';
import { factOf } from '../form/form-fact.js';
import { FormFacts } from '../form/form-facts.js';
import type { PreparedForm } from '../form/form-schema.js';
import { type FormResult, TaskForm } from '../form/task-form.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Drafts } from './drafts.js';
import { Findings } from './findings.js';

/** Step, title, the one question, what speaks for and against, the form. */
@Component({
  selector: 'lm-aufgabe-body',
  imports: [Alert, Button, Findings, FormFacts, Icon, RefusalAlert, StepBars, TaskForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aufgabe-body.html',
  styleUrl: './aufgabe-body.css',
})
export class AufgabeBody {
  readonly aufgabe = input.required<AufgabeView>();
  readonly form = input.required<PreparedForm | null>();
  readonly refusal = input.required<Refusal | null>();
  readonly editing = input.required<'allowed' | 'locked'>();
  /** Place on the page by the key of its field, and the one that is shown now. */
  readonly places = input<ReadonlyMap<string, ShownPlace>>(new Map());
  readonly place = input<string | null>(null);
  readonly placeShown = output<string>();
  readonly focused = output<string>();
  readonly edited = output<Readonly<Record<string, unknown>>>();
  readonly ready = output();

  protected readonly language = inject(Language);
  protected readonly date = date;
  private readonly session = inject(Session);
  private readonly drafts = inject(Drafts);
  private readonly taskForm = viewChild(TaskForm);

  protected readonly stepStates = computed(() => this.aufgabe().steps.map((step) => step.state));
  protected readonly step = computed(() => this.aufgabe().steps.findIndex((step) => step.state === 'current') + 1);
  protected readonly waiting = computed(() => {
    const days = daysBetween(dayOf(this.aufgabe().createdAt), dayOf(this.session.now()));
    if (days <= 0) return '';
    if (days === 1) return $localize`:@@aufgabe.sinceYesterday:seit gestern hier`;
    return $localize`:@@aufgabe.sinceDays:seit ${days}:days: Tagen hier`;
  });
  private readonly id = computed(() => this.aufgabe().id);
  /** Counts how often a draft was given up: the form then begins anew. */
  protected readonly round = signal(0);
  /** Draft that the form began with; what is typed from then on is no news to whoever types it. */
  protected readonly restored = computed(() => {
    this.round();
    return this.drafts.state() === 'ready' ? (this.drafts.get(this.id()) ?? null) : null;
  });
  protected readonly restoredAt = computed(() => {
    const draft = this.restored();
    if (draft === null) return '';
    const today = dayOf(draft.at) === dayOf(this.session.now());
    return today ? clockTime(draft.at) : moment(draft.at);
  });
  protected readonly data = computed(() => {
    this.round();
    const { id, data } = this.aufgabe();
    return this.drafts.get(id)?.data ?? written(data, this.form()?.writings ?? new Map());
  });

  /** Without a field to fill in the form library is not even loaded; before the drafts are read it would begin without its own. */
  protected readonly editable = computed(() => {
    const form = this.form();
    return form?.fields === 'some' && this.drafts.state() === 'ready' ? form : null;
  });
  protected readonly facts = computed(() =>
    (this.form()?.readOnly ?? []).map((component) => factOf(component, this.aufgabe().data)),
  );

  /** Gives up what was typed; the form shows what is on record. */
  protected discard(): void {
    this.drafts.drop(this.id());
    this.round.update((round) => round + 1);
  }

  result(): FormResult {
    const result = this.taskForm()?.result() ?? { kind: 'data', data: {} };
    const writings = this.form()?.writings;
    return result.kind === 'data' && writings ? { ...result, data: read(result.data, writings) } : result;
  }

  focusFirstEmpty(): 'focused' | 'nothingEmpty' {
    return this.taskForm()?.focusFirstEmpty() ?? 'nothingEmpty';
  }
}

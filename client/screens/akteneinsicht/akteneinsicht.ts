import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import {
  GROUNDS,
  type AkteneinsichtChoice,
  type AkteneinsichtRow,
  type GroundCode,
  type Share,
} from '../../../server/contract/akteneinsicht-views.js';
import type { ReasonCode } from '../../../server/contract/schwaerzung-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { reasonOptions } from '../schwaerzung/reason-options.js';
import { addressOf } from '../shared/record-address.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Decisions } from './decisions.js';
import { PackageList } from './package-list.js';

/** Giving a file to be seen: for whom, on what law, and what of each Dokument. */
@Component({
  selector: 'lm-akteneinsicht',
  imports: [Button, Control, EmptyState, Field, PackageList, Pane, RefusalAlert, RouterLink, Select, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akteneinsicht.html',
  styleUrl: './akteneinsicht.css',
})
export class Akteneinsicht {
  /** Of the Vorgang or the Akte. */
  readonly id = input.required<string>();
  readonly scope = input.required<'vorgaenge' | 'akten'>();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly date = date;
  protected readonly address = addressOf;
  protected readonly asking = new Asking();
  protected readonly decisions = new Decisions();
  protected readonly label = this.language.pick(ACTS['akteneinsicht.orderAkteneinsicht'].label);
  protected readonly view = liveView<AkteneinsichtChoice>(
    () => `${this.scope()}/${encodeURIComponent(this.id())}/akteneinsicht`,
    ['vorgang', 'akte'],
  );
  protected readonly reasons = reasonOptions();
  protected readonly grounds: readonly SelectOption[] = Object.entries(GROUNDS).map(
    ([value, { paragraph, meaning }]) => ({
      value,
      label: paragraph === '' ? this.language.pick(meaning) : `${paragraph}: ${this.language.pick(meaning)}`,
    }),
  );
  protected readonly ground = signal<GroundCode>('verwaltungsverfahren');
  protected readonly paragraph = signal('');
  protected readonly kontaktId = signal('');
  /** What was typed, kept apart from what the page reads again. */
  protected readonly typedApplicant = signal('');
  protected readonly applicant = computed(() => {
    const chosen = this.view.value()?.beteiligte.find(({ kontaktId }) => kontaktId === this.kontaktId());
    return chosen?.label ?? this.typedApplicant();
  });
  protected readonly days = signal(30);
  protected readonly people = computed<readonly SelectOption[]>(() =>
    (this.view.value()?.beteiligte ?? []).map(({ kontaktId, label }) => ({ value: kontaktId, label })),
  );
  protected readonly missing = computed(() => {
    if (this.decisions.open() > 0) return 'decisions';
    return this.applicant().trim() === '' ? 'applicant' : null;
  });

  constructor() {
    effect(() => {
      const found = this.view.value();
      if (found) untracked(() => this.decisions.dokumente.set(found.dokumente));
    });
  }

  protected shares(redactedId: string | null): SelectOption[] {
    return [
      { value: 'whole', label: $localize`:@@inspect.whole:ganz` },
      ...(redactedId === null ? [] : [{ value: 'redacted', label: $localize`:@@inspect.redacted:geschwärzt` }]),
      { value: 'leftOut', label: $localize`:@@inspect.leftOut:ausgelassen` },
    ];
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected share(id: string, value: string): void {
    this.decisions.decide(id, { share: value as Share });
  }

  protected reason(id: string, value: string): void {
    this.decisions.decide(id, { reason: value as ReasonCode });
  }

  protected chooseGround(value: string): void {
    this.ground.set(value as GroundCode);
  }

  protected async order(): Promise<void> {
    const found = this.view.value();
    if (!found || this.missing() !== null) return;
    const { kind, id } = found.scope;
    const input = {
      scope: { kind, id },
      kontaktId: this.kontaktId() === '' ? null : this.kontaktId(),
      applicant: this.applicant().trim(),
      ground: this.ground(),
      paragraph: this.paragraph().trim(),
      choices: this.decisions.choices(),
      days: this.days(),
    };
    const answer = await this.asking.ask(() =>
      this.acts.run('akteneinsicht.orderAkteneinsicht', input, found.scope.aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@inspect.ordered:Die Akteneinsicht wird zusammengestellt.`);
    await this.view.reload();
  }

  protected async cancel({ id, applicant }: AkteneinsichtRow): Promise<void> {
    const input = { akteneinsichtId: id };
    await this.asking.ask(() => this.acts.run('akteneinsicht.cancelAkteneinsicht', input, applicant));
    await this.view.reload();
  }
}

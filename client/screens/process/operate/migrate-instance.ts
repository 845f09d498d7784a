import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { ActOutput } from '../../../../server/contract/acts.js';
import type { StandingInstance } from '../../../../server/contract/process-views.js';
import type { ProcessRow } from '../../../../server/contract/views.js';
import { Acts } from '../../../live/acts.js';
import { Api } from '../../../live/api.js';
import { Language } from '../../../live/language.js';
import { isRefusal, type Refusal } from '../../../live/refusal.js';
import { Alert } from '../../../ui/alert/alert.js';
import { Field } from '../../../ui/field/field.js';
import { Select } from '../../../ui/field/select.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { type ModelText, readText } from '../../diagram/model-text.js';
import { Models } from '../../diagram/models.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

type Outcome = ActOutput<'workflow.migrateInstance'>;

/** Moves an instance to another version of its process. What stands against it is asked before it can be done. */
@Component({
  selector: 'lm-migrate-instance',
  imports: [Alert, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './migrate-instance.html',
})
export class MigrateInstance {
  readonly instance = input.required<StandingInstance>();
  readonly object = input.required<string>();
  /** Model that the instance runs on now. */
  readonly text = input.required<ModelText>();
  readonly version = input.required<number>();
  readonly process = input.required<ProcessRow>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly models = inject(Models);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  /** What the dry run says; null until it has answered. */
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly target = signal('');
  protected readonly targetText = signal<ModelText | null>(null);
  protected readonly mapping = signal<Readonly<Record<string, string>>>({});
  protected readonly choices = computed(() =>
    this.process()
      .versions.filter(({ version }) => version !== this.version())
      .sort((a, b) => b.version - a.version)
      .map(({ version }) => ({
        value: String(version),
        label: $localize`:@@document.versionName:Fassung ${version}:number:`,
      })),
  );
  /** Steps where tokens stand and that the other version does not have under the same id. */
  protected readonly homeless = computed(() => {
    const known = new Set(this.targetText()?.steps.map(({ id }) => id));
    const standing = new Set(this.instance().tokens.map(({ elementId }) => elementId));
    return this.targetText() ? [...standing].filter((id) => !known.has(id)) : [];
  });
  protected readonly places = computed(() =>
    (this.targetText()?.steps ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly effect = computed(
    () =>
      $localize`:@@operate.migrateEffect:${this.object()}:object:: Der Ablauf läuft nach der gewählten Fassung weiter. Er bleibt stehen, wo er steht; offene Aufgaben und Fristen bleiben.`,
  );

  constructor() {
    effect(() => {
      const version = this.target();
      untracked(() => void this.choose(version));
    });
  }

  protected map(elementId: string, place: string): void {
    this.mapping.update((known) => ({ ...known, [elementId]: place }));
    void this.check();
  }

  protected nameOf(elementId: string): string {
    return this.text().names.get(elementId) ?? elementId;
  }

  protected async migrate(reason: string): Promise<void> {
    this.state.set('busy');
    const answer = await this.acts.run('workflow.migrateInstance', { ...this.plan(), reason }, this.object());
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.toasts.show(
      $localize`:@@operate.migrated:${this.object()}:object: läuft nach Fassung ${this.target()}:version:.`,
    );
    this.done.emit();
  }

  private plan() {
    const mapping = Object.fromEntries(Object.entries(this.mapping()).filter(([, place]) => place !== ''));
    return { instanceKey: this.instance().instanceKey, version: Number(this.target()), mapping };
  }

  private async choose(version: string): Promise<void> {
    this.mapping.set({});
    this.targetText.set(null);
    const url = this.process().versions.find((candidate) => String(candidate.version) === version)?.xmlUrl;
    if (!url) return;
    const xml = await this.models.read(url);
    if (version !== this.target()) return;
    this.targetText.set(readText(xml ?? '', this.process().processId));
    await this.check();
  }

  private async check(): Promise<void> {
    this.outcome.set(null);
    const plan = this.plan();
    const answer = await this.api.post<Outcome>('process-instances/check-migration', plan);
    // Meanwhile something else may have been chosen; its own answer is on the way.
    if (JSON.stringify(plan) !== JSON.stringify(this.plan())) return;
    this.refusal.set(isRefusal(answer) ? answer : null);
    this.outcome.set(isRefusal(answer) ? null : answer);
  }
}

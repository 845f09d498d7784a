import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { BeteiligungRow } from '../../../server/contract/kontakt-views.js';
import type { SchreibenPreview } from '../../../server/contract/vorlage-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { PickVorlage } from './pick-vorlage.js';
import { TypedFields } from './typed-fields.js';

/** Writes a letter from a template: what will stand where is shown before anything is made. */
@Component({
  selector: 'lm-write-schreiben',
  imports: [Button, Control, Dialog, Field, PickVorlage, RefusalAlert, Select, TypedFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './write-schreiben.html',
  styleUrl: './write-schreiben.css',
})
export class WriteSchreiben {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['vorlage.createSchreiben'].label);
  protected readonly chosen = signal<string | null>(null);
  protected readonly recipient = signal('');
  protected readonly typed = linkedSignal<string | null, Readonly<Record<string, string>>>({
    source: this.chosen,
    computation: () => ({}),
  });
  /** As typed; null: as the template says. */
  protected readonly title = linkedSignal<string | null, string | null>({
    source: this.chosen,
    computation: () => null,
  });
  protected readonly preview = signal<SchreibenPreview | null>(null);
  protected readonly against = signal<Refusal | null>(null);
  protected readonly asking = new Asking();
  private readonly beteiligte = liveView<{ items: BeteiligungRow[] }>(
    () => `vorgaenge/${this.vorgang().id}/beteiligte`,
    ['vorgang'],
  );
  protected readonly recipients = computed(() =>
    (this.beteiligte.value()?.items ?? []).map(({ id, rolle, kontakt }) => ({
      value: id,
      label: `${kontakt.label} (${rolle})`,
    })),
  );
  protected readonly known = computed(() => this.preview()?.places.filter(({ from }) => from === 'record') ?? []);
  protected readonly asked = computed(() => [
    ...new Set(this.preview()?.places.flatMap(({ from, name }) => (from === 'typed' ? name : [])) ?? []),
  ]);
  protected readonly faults = computed(() => {
    const wrong = this.preview()?.places.filter(({ name, fault }) => fault && this.typed()[name]) ?? [];
    return Object.fromEntries(wrong.map(({ name, fault }) => [name, fault ? this.language.pick(fault) : '']));
  });
  protected readonly missing = computed(() => this.preview()?.places.filter(({ value }) => value === null).length ?? 0);
  protected readonly state = computed(() => {
    const preview = this.preview();
    return preview && this.missing() === 0 && preview.betreff.trim() !== '' ? this.asking.state() : 'blocked';
  });
  private latest = 0;

  constructor() {
    effect(() => {
      const wish = this.wish();
      untracked(() => void this.look(wish));
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async create(): Promise<void> {
    const [preview, wish] = [this.preview(), this.wish()];
    if (!preview || !wish || this.state() !== 'ready') return;
    const { betreff, nummer } = preview;
    const typed = Object.fromEntries(Object.entries(wish.typed).filter(([name]) => this.asked().includes(name)));
    const input = { ...wish, typed, betreff: betreff.trim(), nummer };
    const answer = await this.asking.ask(() => this.acts.run('vorlage.createSchreiben', input, betreff));
    if (!answer) return;
    this.toasts.show($localize`:@@vorlage.written:Entwurf „${betreff}:betreff:“ liegt im Vorgang.`);
    this.done.emit();
  }

  private wish() {
    const dokumentvorlageId = this.chosen();
    if (dokumentvorlageId === null) return null;
    const beteiligungId = this.recipient() || null;
    return {
      vorgangId: this.vorgang().id,
      dokumentvorlageId,
      beteiligungId,
      betreff: this.title(),
      typed: this.typed(),
    };
  }

  private async look(wish: ReturnType<WriteSchreiben['wish']>): Promise<void> {
    const mine = (this.latest += 1);
    if (wish === null) return this.preview.set(null);
    const answer = await this.api.post<SchreibenPreview>('vorlagen/vorschau', wish);
    // Whoever types on has asked anew meanwhile.
    if (mine !== this.latest) return;
    this.against.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) this.preview.set(answer);
  }
}

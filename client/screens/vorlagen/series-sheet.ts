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
import type { SchreibenPreview, SerienbriefProbe, SerienbriefWish } from '../../../server/contract/vorlage-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { PickVorlage } from './pick-vorlage.js';
import { SeriesList } from './series-list.js';
import { TypedFields } from './typed-fields.js';

/** Orders a serial letter after a dry run, and shows how those of this Vorgang stand. */
@Component({
  selector: 'lm-series-sheet',
  imports: [Button, Control, Dialog, Field, FileDrop, PickVorlage, RefusalAlert, Select, SeriesList, TypedFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './series-sheet.html',
  styleUrl: './write-schreiben.css',
})
export class SeriesSheet {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['vorlage.beginSerienbrief'].label);
  protected readonly chosen = signal<string | null>(null);
  protected readonly preview = signal<SchreibenPreview | null>(null);
  protected readonly from = signal('beteiligte');
  protected readonly list = signal<{ readonly name: string; readonly csv: string } | null>(null);
  protected readonly betreff = linkedSignal(() => this.preview()?.betreff ?? '');
  protected readonly typed = linkedSignal<string | null, Readonly<Record<string, string>>>({
    source: this.chosen,
    computation: () => ({}),
  });
  /** What is the same for everybody; what a list has a column for is not asked here. */
  protected readonly asked = computed(() => {
    const columns = this.list()?.csv.split(/\r?\n/, 1)[0]?.toLowerCase().split(';') ?? [];
    const names = this.preview()?.places.flatMap(({ from, name }) => (from === 'typed' ? name : [])) ?? [];
    const own = names.filter((name) => name.startsWith('eingabe.') && !columns.includes(name.slice(8).toLowerCase()));
    return [...new Set(own)];
  });
  private readonly beteiligte = liveView<{ items: BeteiligungRow[] }>(
    () => `vorgaenge/${this.vorgang().id}/beteiligte`,
    ['vorgang'],
  );
  private readonly wish = computed<SerienbriefWish | null>(() => {
    const [preview, dokumentvorlageId, list] = [this.preview(), this.chosen(), this.list()];
    const recipients: SerienbriefWish['recipients'] =
      this.from() === 'beteiligte'
        ? { kind: 'beteiligte', beteiligungIds: (this.beteiligte.value()?.items ?? []).map(({ id }) => id) }
        : { kind: 'liste', csv: list?.csv ?? '' };
    if (!preview || dokumentvorlageId === null || this.betreff().trim() === '') return null;
    const { nummer } = preview;
    const typed = Object.fromEntries(Object.entries(this.typed()).filter(([name]) => this.asked().includes(name)));
    const vorgangId = this.vorgang().id;
    return { vorgangId, dokumentvorlageId, nummer, betreff: this.betreff().trim(), recipients, typed };
  });
  /** What the dry run has found; whatever changes afterwards needs another one. */
  protected readonly probe = linkedSignal<SerienbriefWish | null, SerienbriefProbe | null>({
    source: this.wish,
    computation: () => null,
  });
  protected readonly refused = computed(() => this.probe()?.recipients.filter(({ faults }) => faults.length > 0) ?? []);
  protected readonly asking = new Asking();
  protected readonly sources = [
    { value: 'beteiligte', label: $localize`:@@series.beteiligte:alle Beteiligten des Vorgangs` },
    { value: 'liste', label: $localize`:@@series.list:eine Liste (CSV)` },
  ];

  constructor() {
    effect(() => {
      const id = this.chosen();
      untracked(() => void this.look(id));
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected words(fault: { readonly de: string; readonly en: string }): string {
    return this.language.pick(fault);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.from.set('liste');
    this.list.set({ name: file.name, csv: decoded(new Uint8Array(await file.arrayBuffer())) });
  }

  protected async try(): Promise<void> {
    const wish = this.wish();
    if (!wish) return;
    this.probe.set(await this.asking.ask(() => this.api.post<SerienbriefProbe>('vorlagen/serienbriefe/probe', wish)));
  }

  protected async begin(): Promise<void> {
    const wish = this.wish();
    if (!wish || !this.probe()?.ready) return;
    const begun = await this.asking.ask(() => this.acts.run('vorlage.beginSerienbrief', wish, wish.betreff));
    if (begun) this.chosen.set(null);
  }

  private async look(dokumentvorlageId: string | null): Promise<void> {
    this.preview.set(null);
    if (dokumentvorlageId === null) return;
    const wish = { vorgangId: this.vorgang().id, dokumentvorlageId, beteiligungId: null, betreff: null, typed: {} };
    const answer = await this.api.post<SchreibenPreview>('vorlagen/vorschau', wish);
    if (!isRefusal(answer) && this.chosen() === dokumentvorlageId) this.preview.set(answer);
  }
}

/** UTF-8, or where that does not fit, what German spreadsheets wrote before it. */
function decoded(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes);
  return utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

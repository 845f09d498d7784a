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
import { MERGE_FORMATS, MERGE_PLACES } from '../../../server/contract/merge-places.js';
import type { DokumentvorlageView, VorlageArt } from '../../../server/contract/vorlage-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Uploads } from '../../live/uploads.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { Progress } from '../../ui/progress/progress.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { type Sending, sendingOf } from '../dokument/sending.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { PositionList } from './position-list.js';

/** Takes a file as a template, gives one a new Fassung, or changes what is said of it. */
@Component({
  selector: 'lm-dokumentvorlage-sheet',
  imports: [Button, Checkbox, Control, Dialog, Field, FileDrop, PositionList, Progress, RefusalAlert, Select, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dokumentvorlage-sheet.html',
  styleUrl: './write-schreiben.css',
})
export class DokumentvorlageSheet {
  /** The template to change; null: a new one. */
  readonly id = input.required<string | null>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly day = date;
  protected readonly known = liveView<DokumentvorlageView>(() => {
    const id = this.id();
    return id === null ? null : `vorlagen/dokumente/${id}`;
  }, []);
  private readonly begun = firstReading(this.known.value);
  protected readonly shown = computed(() => this.id() === null || this.known.value() !== null);
  protected readonly label = computed(() =>
    this.language.pick(ACTS[this.id() === null ? 'vorlage.addDokumentvorlage' : 'vorlage.changeDokumentvorlage'].label),
  );
  protected readonly renewLabel = this.language.pick(ACTS['vorlage.renewDokumentvorlage'].label);
  protected readonly name = linkedSignal(() => this.begun()?.name ?? '');
  protected readonly betreff = linkedSignal(() => this.begun()?.betreff ?? '');
  protected readonly art = linkedSignal<string>(() => this.begun()?.art ?? 'ausgang');
  protected readonly active = linkedSignal(() => this.begun()?.active ?? true);
  protected readonly positions = linkedSignal(() => this.begun()?.positions ?? []);
  protected readonly fassung = computed(() => this.known.value()?.fassungen[0] ?? null);
  protected readonly sending = signal<Sending | null>(null);
  protected readonly asking = new Asking();
  protected readonly arten = [
    { value: 'ausgang', label: $localize`:@@dokument.ausgang:Ausgang` },
    { value: 'vermerk', label: $localize`:@@dokument.vermerk:Vermerk` },
  ];
  protected readonly places = Object.entries(MERGE_PLACES).map(([name, { label }]) => ({
    name,
    label: this.language.pick(label),
  }));
  protected readonly formats = Object.entries(MERGE_FORMATS).map(([name, example]) => ({
    name,
    example: this.language.pick(example),
  }));
  protected readonly sample = '{{ datum.heute | datum }}';
  protected readonly state = computed(() => {
    const complete = this.name().trim().length >= 3 && this.betreff().trim() !== '';
    const sent = this.id() !== null || this.sending()?.state() === 'sent';
    return complete && sent && this.shown() ? this.asking.state() : 'blocked';
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.sending()?.stop();
    const sending = sendingOf({ api: this.api, uploads: this.uploads }, file);
    this.sending.set(sending);
    if (this.name() === '') this.name.set(file.name.replace(/\.(docx|odt)$/i, ''));
    if (this.betreff() === '') this.betreff.set(this.name());
    void sending.start();
  }

  protected async save(): Promise<void> {
    if (this.state() !== 'ready') return;
    const [id, upload] = [this.id(), this.sending()?.upload()];
    const facts = {
      ...{ name: this.name().trim(), betreff: this.betreff().trim(), art: this.art() as VorlageArt },
      einheitIds: this.positions().map((position) => position.id),
    };
    const version = this.begun()?.version ?? 0;
    const answer = await this.asking.ask<object>(async () => {
      if (id !== null) {
        const change = { ...facts, id, version, active: this.active() };
        return this.acts.run('vorlage.changeDokumentvorlage', change, facts.name);
      }
      return this.acts.run('vorlage.addDokumentvorlage', { ...facts, uploadId: upload?.id ?? '' }, facts.name);
    });
    if (!answer) return;
    this.toasts.show($localize`:@@vorlage.kept:Vorlage „${facts.name}:name:“ gespeichert.`);
    this.done.emit();
  }

  protected async renew(): Promise<void> {
    const [known, upload] = [this.begun(), this.sending()?.upload()];
    if (!known || !upload) return;
    const input = { id: known.id, version: known.version, uploadId: upload.id };
    const answer = await this.asking.ask(() => this.acts.run('vorlage.renewDokumentvorlage', input, known.name));
    if (!answer) return;
    const { nummer } = answer;
    this.toasts.show($localize`:@@vorlage.renewed:„${known.name}:name:“ hat jetzt Fassung ${nummer}:number:.`);
    this.done.emit();
  }

  protected leave(): void {
    this.sending()?.stop();
    this.closed.emit();
  }
}

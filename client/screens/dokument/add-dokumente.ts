import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Uploads } from '../../live/uploads.js';
import { byteSize, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Icon } from '../../ui/icon/icon.js';
import { Progress } from '../../ui/progress/progress.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { addedFile, type AddedFile, isOver, isReady } from './added-file.js';
import { DetailsFields } from './details-fields.js';

/** Files on their way into a Vorgang: each with its progress, its details, and its own way out. */
@Component({
  selector: 'lm-add-dokumente',
  imports: [Button, DetailsFields, Dialog, Field, Icon, Progress, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './add-dokumente.html',
  styleUrl: './add-dokumente.css',
})
export class AddDokumente implements OnInit {
  readonly vorgang = input.required<VorgangView>();
  readonly files = input.required<readonly File[]>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['dokument.addUpload'].label);
  protected readonly size = byteSize;
  protected readonly rows = signal<readonly AddedFile[]>([]);
  protected readonly open = computed(() => this.rows().filter((row) => !isOver(row)));
  protected readonly ready = computed(() => this.rows().filter(isReady));
  protected readonly running = signal<'no' | 'yes'>('no');
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly state = computed(() => {
    if (this.running() === 'yes') return 'busy';
    return this.ready().length > 0 ? 'ready' : 'blocked';
  });
  protected readonly staende: readonly SelectOption[] = [
    { value: 'entwurf', label: $localize`:@@dokument.draft:Entwurf` },
    { value: 'gueltig', label: $localize`:@@dokument.final:endgültig` },
  ];
  private readonly added = signal(0);

  ngOnInit(): void {
    const today = dayOf(this.session.now());
    this.rows.set(this.files().map((file) => addedFile({ api: this.api, uploads: this.uploads }, file, today)));
    void this.sendAll();
  }

  protected setStand(row: AddedFile, value: string): void {
    row.state.set(value === 'gueltig' ? 'gueltig' : 'entwurf');
  }

  /** Takes one file out again, whether it is under way or has arrived. */
  protected remove(row: AddedFile): void {
    row.sending.stop();
    this.drop(row);
    this.rows.update((rows) => rows.filter((other) => other !== row));
    if (this.rows().length === 0) this.leave();
  }

  protected async add(): Promise<void> {
    if (this.state() !== 'ready') return this.faults.set('faults');
    this.running.set('yes');
    for (const row of this.ready()) await this.addOne(row);
    this.running.set('no');
    if (this.open().length > 0) return this.faults.set('faults');
    const count = this.added();
    this.toasts.show($localize`:@@dokument.added:Hinzugefügt: ${count}:count:.`);
    this.done.emit();
  }

  /** What has arrived and was not added is dropped: whoever closes the sheet has decided against it. */
  protected leave(): void {
    for (const row of this.open()) {
      row.sending.stop();
      this.drop(row);
    }
    if (this.added() > 0) this.done.emit();
    else this.closed.emit();
  }

  private drop({ sending }: AddedFile): void {
    const upload = sending.upload();
    if (upload) void this.acts.run('dokument.dropUpload', { uploadId: upload.id }, upload.file.name);
  }

  private async addOne(row: AddedFile): Promise<void> {
    const upload = row.sending.upload();
    if (!upload) return;
    const { betreff, art, date } = row.details();
    const details = { betreff: betreff.trim(), art, date: date === '' ? null : date, state: row.state() };
    const input = { uploadId: upload.id, vorgangId: this.vorgang().id, ...details };
    const answer = await this.acts.run('dokument.addUpload', input, betreff);
    row.refusal.set(isRefusal(answer) ? answer : null);
    if (isRefusal(answer)) return;
    row.filed.set('yes');
    this.added.update((count) => count + 1);
  }

  /** One after the other: the server looks into one file at a time, and the line is shared. */
  private async sendAll(): Promise<void> {
    for (const row of this.rows()) await row.send();
  }
}

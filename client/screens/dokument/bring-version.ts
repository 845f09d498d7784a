import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Uploads } from '../../live/uploads.js';
import { byteSize } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { Progress } from '../../ui/progress/progress.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { type Sending, sendingOf } from './sending.js';

/** A file becomes the next version: of a Dokument that one has checked out, or of one that nobody has. */
@Component({
  selector: 'lm-bring-version',
  imports: [Button, Control, Dialog, Field, FileDrop, Progress, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bring-version.html',
})
export class BringVersion {
  readonly dokument = input.required<DokumentView>();
  readonly act = input.required<'dokument.addVersion' | 'dokument.checkIn'>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly size = byteSize;
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));
  protected readonly sending = signal<Sending | null>(null);
  protected readonly running = signal<'no' | 'yes'>('no');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = computed(() => {
    if (this.running() === 'yes') return 'busy';
    return this.sending()?.state() === 'sent' ? 'ready' : 'blocked';
  });

  protected take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.sending()?.stop();
    this.refusal.set(null);
    const sending = sendingOf({ api: this.api, uploads: this.uploads }, file);
    this.sending.set(sending);
    void sending.start();
  }

  protected async bring(comment: string): Promise<void> {
    const upload = this.sending()?.upload();
    if (this.state() !== 'ready' || !upload) return;
    this.running.set('yes');
    const { id: dokumentId, version, betreff } = this.dokument();
    const input = { dokumentId, uploadId: upload.id, comment: comment.trim() };
    const answer =
      this.act() === 'dokument.checkIn'
        ? await this.acts.run('dokument.checkIn', input, betreff)
        : await this.acts.run('dokument.addVersion', { ...input, version }, betreff);
    this.running.set('no');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.toasts.show($localize`:@@dokument.brought:Fassung ${answer.nummer}:number: von „${betreff}:betreff:“.`);
    this.done.emit();
  }

  /** A file that was sent and refused stays with the person under „Dokumente“; only the way there is stopped. */
  protected leave(): void {
    this.sending()?.stop();
    this.closed.emit();
  }
}

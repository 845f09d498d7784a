import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { UploadProgress } from '../../../server/contract/upload-views.js';
import { Api } from '../../live/api.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { type RunningUpload, Uploads } from '../../live/uploads.js';
import { byteSize } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Icon } from '../../ui/icon/icon.js';

/** A letter is there before anybody could read this; only what takes longer is shown. */
const SHOWN_AFTER_MS = 700;

/**
 * What is on its way to the server, on every screen: how far it is, whether the line holds, and how to stop it. Below
 * stand uploads that a closed page has left behind; choosing the same file again goes on with them.
 */
@Component({
  selector: 'lm-upload-list',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'label', '[class.empty]': 'empty()' },
  templateUrl: './upload-list.html',
  styleUrl: './upload-list.css',
})
export class UploadList {
  protected readonly label = $localize`:@@uploads.region:Übertragungen`;
  protected readonly left = signal<readonly UploadProgress[]>([]);
  protected readonly slow = signal<ReadonlySet<RunningUpload>>(new Set());
  protected readonly shown = computed(() => this.running().filter((upload) => this.slow().has(upload)));
  protected readonly empty = computed(() => this.shown().length + this.left().length === 0);
  protected readonly size = byteSize;

  private readonly running = inject(Uploads).running;
  private readonly session = inject(Session);
  private readonly api = inject(Api);

  constructor() {
    effect(() => {
      const running = this.running();
      untracked(() => running.forEach((upload) => this.showLater(upload)));
    });
    effect(() => {
      const idle = this.running().length === 0;
      const may = this.session.may('upload.send');
      untracked(() => void (idle && may ? this.lookForLeft() : this.left.set([])));
    });
  }

  protected percent(arrived: number, size: number): number {
    return size === 0 ? 100 : Math.floor((arrived / size) * 100);
  }

  protected async discard(upload: UploadProgress): Promise<void> {
    await this.api.change('DELETE', `uploads/${upload.id}`, null);
    await this.lookForLeft();
  }

  private async lookForLeft(): Promise<void> {
    const answer = await this.api.get<{ items: UploadProgress[] }>('uploads');
    const items = isRefusal(answer) ? [] : answer.items;
    this.left.set(items.filter(({ state, received }) => state === 'receiving' && received > 0));
  }

  private showLater(upload: RunningUpload): void {
    setTimeout(() => {
      const still = this.running();
      this.slow.update((slow) => new Set([...slow, upload].filter((one) => still.includes(one))));
    }, SHOWN_AFTER_MS);
  }
}

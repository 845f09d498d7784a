import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { ProtokollKeyView, ProtokollOverview } from '../../../server/contract/protokoll-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { count, moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { RotateKey } from './rotate-key.js';

/** What proves the Protokoll to somebody outside: public keys to hand out, signed checkpoints to keep elsewhere. */
@Component({
  selector: 'lm-proofs',
  imports: [Button, EmptyState, Pane, RefusalAlert, RotateKey, Skeleton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './proofs.html',
  styleUrls: ['../shared/panel-page.css', './protokoll.css', './row-table.css'],
})
export class Proofs {
  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly moment = moment;
  protected readonly session = inject(Session);

  protected readonly overview = liveView<ProtokollOverview>(() => 'protokoll', ['protokoll']);
  protected readonly keyInUse = computed(
    () => this.overview.value()?.keys.find(({ retiredAt }) => retiredAt === null) ?? null,
  );
  protected readonly sheet = signal<'none' | 'rotate'>('none');
  protected readonly asking = new Asking();
  protected readonly takeLabel = computed(() => this.language.pick(ACTS['protokoll.takeCheckpoint'].label));
  protected readonly rotateLabel = computed(() => this.language.pick(ACTS['protokoll.rotateKey'].label));
  protected readonly count = count;

  protected copy({ verifierKey }: ProtokollKeyView): void {
    void navigator.clipboard
      .writeText(verifierKey)
      .then(() => this.toasts.show($localize`:@@protokoll.keyCopied:Öffentlicher Schlüssel kopiert.`));
  }

  protected async take(): Promise<void> {
    const covering = this.overview.value()?.size ?? 0;
    await this.asking.ask(() => this.acts.run('protokoll.takeCheckpoint', { covering }, this.takeLabel()));
    await this.overview.reload();
  }

  protected rotated(): void {
    this.sheet.set('none');
    void this.overview.reload();
  }
}

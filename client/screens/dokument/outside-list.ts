import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { OutsideDokument, OutsideDokumente } from '../../../server/contract/dokument-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { DokumentReason } from './dokument-reason.js';
import { MoveDokument } from './move-dokument.js';

/** Dokumente without a Vorgang, or in the bin, page by page; each with its way back. */
@Component({
  selector: 'lm-outside-list',
  imports: [Button, DokumentReason, EmptyState, MoveDokument, RefusalAlert, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outside-list.html',
  styleUrl: './lists.css',
})
export class OutsideList {
  readonly place = input.required<'unlinked' | 'bin'>();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly first = liveView<OutsideDokumente>(() => `dokumente?place=${this.place()}`, ['vorgang']);
  private readonly further = signal<readonly OutsideDokument[]>([]);
  private readonly next = signal<string | null>(null);
  protected readonly more = computed(() => this.next() !== null);
  protected readonly items = computed(() => [...(this.first.value()?.items ?? []), ...this.further()]);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly moving = signal<OutsideDokument | null>(null);
  protected readonly deleting = signal<OutsideDokument | null>(null);
  protected readonly moveLabel = $localize`:@@dokumente.file:In einen Vorgang legen`;
  protected readonly restoreLabel = this.language.pick(ACTS['dokument.restoreDokument'].label);
  protected readonly deleteLabel = this.language.pick(ACTS['dokument.deleteDokument'].label);

  constructor() {
    // A first page that was read again may have moved against those that followed: they are asked for anew.
    effect(() => {
      const page = this.first.value();
      untracked(() => {
        this.further.set([]);
        this.next.set(page?.next ?? null);
      });
    });
  }

  protected readonly when = moment;

  protected async loadMore(): Promise<void> {
    const after = this.next();
    if (after === null) return;
    const address = `dokumente?place=${this.place()}&after=${encodeURIComponent(after)}`;
    const page = await this.api.get<OutsideDokumente>(address);
    if (isRefusal(page)) return this.refusal.set(page);
    this.further.update((items) => [...items, ...page.items]);
    this.next.set(page.next);
  }

  protected async restore({ id: dokumentId, version, betreff }: OutsideDokument): Promise<void> {
    const answer = await this.acts.run('dokument.restoreDokument', { dokumentId, version }, betreff);
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.finished();
  }

  protected finished(): void {
    this.moving.set(null);
    this.deleting.set(null);
    this.refusal.set(null);
    void this.first.reload();
  }
}

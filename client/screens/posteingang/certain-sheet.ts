import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { StapelFiling, StapelRow } from '../../../server/contract/stapel-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Progress } from '../../ui/progress/progress.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wordOfPosten, wordOfState } from '../stapel/stapel-words.js';

/**
 * Everything certain on the desk in one table: tried first, then filed with one word, and taken back with another. It is a batch like
 * every other; whoever closes the sheet before the word has changed nothing.
 */
@Component({
  selector: 'lm-certain-sheet',
  imports: [Button, Checkbox, Dialog, Progress, RefusalAlert, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './certain-sheet.html',
  styleUrls: ['../shared/panel-table.css', './certain-sheet.css'],
})
export class CertainSheet {
  readonly closed = output();

  private readonly acts = inject(Acts);
  protected readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['stapel.planFiling'].label);
  protected readonly backLabel = this.language.pick(ACTS['stapel.takeBackStapel'].label);
  protected readonly asking = new Asking();
  /** The batch that files; after „Zurücknehmen“ the one that takes back. */
  private readonly stapelId = signal<string | null>(null);
  private readonly address = (rest: string) => {
    const id = this.stapelId();
    return id === null ? null : `stapel/${id}${rest}`;
  };
  protected readonly stapel = liveView<StapelRow>(() => this.address(''), ['stapel']);
  private readonly table = liveView<{ items: StapelFiling[] }>(() => this.address('/ablage'), ['stapel']);
  protected readonly rows = computed(() => this.table.value()?.items ?? []);
  protected readonly refusal = computed(() => this.asking.refusal() ?? this.stapel.refusal() ?? this.table.refusal());
  protected readonly way = signal<'file' | 'takeBack'>('file');
  private readonly leftOut = signal<ReadonlySet<string>>(new Set());
  protected readonly chosen = computed(() =>
    this.rows().filter(({ state, eingangId }) => state === 'bereit' && !this.leftOut().has(eingangId)),
  );
  protected readonly state = computed(() => this.stapel.value()?.state ?? 'pruefung');
  protected readonly ended = computed(() => this.state() === 'fertig' || this.state() === 'abgebrochen');
  protected readonly progress = computed(() => {
    const row = this.stapel.value();
    if (!row || this.ended() || row.state === 'geprueft') return null;
    const { counts, total } = row;
    return {
      label: wordOfState(row.state),
      value: 1 - (row.state === 'pruefung' ? counts.offen : counts.bereit) / total,
    };
  });
  protected readonly word = wordOfPosten;
  private readonly scroll = viewChild<ElementRef<HTMLElement>>('scroll');

  constructor() {
    void this.plan();
  }

  protected isChosen({ state, eingangId }: StapelFiling): boolean {
    return state === 'bereit' && !this.leftOut().has(eingangId);
  }

  protected choose({ eingangId }: StapelFiling, wanted: boolean): void {
    this.leftOut.update((before) => {
      const after = new Set(before);
      if (wanted) after.delete(eingangId);
      else after.add(eingangId);
      return after;
    });
  }

  protected async start(): Promise<void> {
    const row = this.stapel.value();
    if (row?.state !== 'geprueft' || this.chosen().length === 0) return;
    const input = { stapelId: row.id, leaveOut: [...this.leftOut()] };
    const answer = await this.asking.ask(() => this.acts.run('stapel.startStapel', input, this.label));
    if (answer) await this.shown();
  }

  protected async takeBack(): Promise<void> {
    const stapelId = this.stapelId();
    if (stapelId === null) return;
    const answer = await this.asking.ask(() => this.acts.run('stapel.takeBackStapel', { stapelId }, this.label));
    if (!answer) return;
    this.way.set('takeBack');
    if (answer.stapelId !== null) this.stapelId.set(answer.stapelId);
    await this.shown();
  }

  /** Whoever has not given the word wants nothing of it to stay. */
  protected close(): void {
    const row = this.stapel.value();
    if (row && (row.state === 'pruefung' || row.state === 'geprueft')) {
      void this.acts.run('stapel.abortStapel', { stapelId: row.id }, this.label);
    }
    this.closed.emit();
  }

  private async plan(): Promise<void> {
    const answer = await this.asking.ask(() =>
      this.acts.run('stapel.planFiling', { confidence: 'sicher' }, this.label),
    );
    if (answer) this.stapelId.set(answer.stapelId);
  }

  /** The button that was pressed goes; the focus waits at the table, which tells how it went. */
  private async shown(): Promise<void> {
    this.scroll()?.nativeElement.focus();
    await Promise.all([this.stapel.reload(), this.table.reload()]);
  }
}

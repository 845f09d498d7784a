import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ACTS } from '../../../../server/contract/acts.js';
import type { EingangRow, EingangView } from '../../../../server/contract/views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { Language } from '../../../live/language.js';
import { liveView } from '../../../live/live-view.js';
import { Alert } from '../../../ui/alert/alert.js';
import { Button, type ButtonState } from '../../../ui/button/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Progress } from '../../../ui/progress/progress.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';
import { wideScreen } from '../../shared/wide-screen.js';
import type { Finished } from '../eingang-acts.js';
import { CloseUp } from './close-up.js';
import { DiscardSheet } from './discard-sheet.js';
import { ElsewhereSheet } from './elsewhere-sheet.js';
import { keyOf, type PageAct } from './page-acts.js';
import { PageBoard } from './page-board.js';
import type { PageLook } from './page-look.js';
import { allPages, type Scan, toInput } from './page-order.js';
import { PageTools } from './page-tools.js';
import { PrintSeparator } from './print-separator.js';
import { Rearranging } from './rearranging.js';
import { separatorsOffer, whatHappened, whatHappens } from './scan-words.js';
import { SmallPages } from './small-pages.js';
import { scanOf, TakeInSheet } from './take-in-sheet.js';

/** The pages of one or more scans are put into letters; nothing is done before the one button below, which says what it will do. */
@Component({
  selector: 'lm-scan-sheet',
  imports: [
    Alert,
    Button,
    CloseUp,
    Dialog,
    DiscardSheet,
    ElsewhereSheet,
    PageBoard,
    PageTools,
    PrintSeparator,
    Progress,
    RefusalAlert,
    TakeInSheet,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [SmallPages],
  templateUrl: './scan-sheet.html',
  styleUrl: './scan-sheet.css',
  host: { '(keydown)': 'key($event)' },
})
export class ScanSheet {
  readonly eingang = input.required<EingangView>();
  readonly closed = output();
  readonly done = output<Omit<Finished, 'id'>>();

  private readonly acts = inject(Acts);
  private readonly injector = inject(Injector);
  protected readonly small = inject(SmallPages);
  protected readonly label = inject(Language).pick(ACTS['posteingang.rearrangeScans'].label);
  protected readonly asking = new Asking();
  protected readonly wide = wideScreen();
  protected readonly sheet = signal<'none' | 'elsewhere' | 'takeIn' | 'discard'>('none');
  private readonly id = computed(() => this.eingang().id);
  /** Begun anew only for another item: that the open one is read again must not touch it. */
  protected readonly work = linkedSignal({
    source: this.id,
    computation: () => untracked(() => new Rearranging(scanOf(this.eingang()))),
  });
  private readonly desk = liveView<{ items: EingangRow[] }>(() => 'posteingang', ['eingang']);
  protected readonly rows = computed(() => this.desk.value()?.items ?? []);
  private readonly scans = computed(() => this.work().order().scans);

  private readonly board = viewChild.required(PageBoard);

  /** Pages that could be left out. */
  protected readonly blank = computed(() => this.keptThatLook('blank'));
  protected readonly separators = computed(() => this.keptThatLook('separator'));
  protected readonly separatorsOffer = separatorsOffer;
  protected readonly broken = computed(() =>
    this.scans().flatMap(({ fileName }, source) => (this.small.broken().has(source) ? fileName : [])),
  );
  protected readonly confirmLabel = computed(() => whatHappens(this.work().figures()));
  /** Why there is nothing to confirm. */
  protected readonly hint = computed(() => {
    if (this.work().figures().letters === 0) return $localize`:@@scan.nothingKept:Mindestens eine Seite muss bleiben.`;
    return this.work().unchanged() ? $localize`:@@scan.unchanged:Noch ist alles, wie es kam.` : null;
  });
  protected readonly confirmState = computed<ButtonState>(() => (this.hint() ? 'blocked' : this.asking.state()));

  constructor() {
    effect(() => {
      for (const [source, scan] of this.scans().entries()) {
        const pages = allPages(this.work().order()).filter((page) => page.source === source);
        this.small.open(source, scan, pages);
      }
    });
  }

  protected key(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.sheet() !== 'none') return;
    const name = keyOf(event);
    if (name !== 'Control+z' && name !== 'Control+Enter') return;
    event.preventDefault();
    if (name === 'Control+z') this.perform('undo');
    else void this.confirm();
  }

  protected perform(act: PageAct): void {
    if (this.asking.state() === 'busy') return;
    if (act === 'elsewhere') this.sheet.set('elsewhere');
    else this.work().perform(act);
  }

  protected takeIn(scan: Scan): void {
    this.sheet.set('none');
    this.work().add(scan);
    // The question is gone then, and has given the focus back to its button: the keys are for the pages that came in.
    afterNextRender(() => this.board().focus(), { injector: this.injector });
  }

  protected close(): void {
    if (this.work().unchanged()) this.closed.emit();
    else this.sheet.set('discard');
  }

  protected async confirm(): Promise<void> {
    if (this.confirmState() !== 'ready') return;
    const input = toInput(this.work().order(), (id) => this.versionOf(id));
    const object = this.scans().map(({ fileName }) => fileName);
    const answer = await this.asking.ask(() => this.acts.run('posteingang.rearrangeScans', input, object.join(', ')));
    if (answer) this.done.emit({ next: answer.eingangIds[0], result: whatHappened(answer.eingangIds.length) });
  }

  private keptThatLook(wanted: PageLook): ReadonlySet<string> {
    const looks = this.small.looks();
    const kept = this.work().pages();
    return new Set(kept.flatMap(({ key, state }) => (state === 'kept' && looks.get(key) === wanted ? key : [])));
  }

  /** As they stand now: pages never change, and what else was done with the item meanwhile the server judges. */
  private versionOf(eingangId: string): number {
    const eingang = this.eingang();
    if (eingang.id === eingangId) return eingang.version;
    return this.rows().find(({ id }) => id === eingangId)?.version ?? 0;
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardView, TileKey } from '../../../server/contract/board-views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { addressOfTile, moved, tileWords } from './tile-words.js';

type Deed = 'earlier' | 'later' | 'remove';

/** Each number costs the server a question; it may be two seconds old. */
const COUNTS_MS = 2_000;

/** The own board: tiles whose numbers lead to the rows that they count, arranged by menu or by drag. */
@Component({
  selector: 'lm-uebersicht',
  imports: [EmptyState, MenuButton, Pane, RefusalAlert, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './uebersicht.html',
  styleUrls: ['../shared/panel-page.css', './uebersicht.css'],
})
export class Uebersicht {
  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly board = liveView<BoardView>(() => 'board', ['aufgabe', 'eingang', 'access', 'clock'], {
    throttleMs: COUNTS_MS,
  });
  protected readonly words = tileWords;
  protected readonly dragged = signal<TileKey | null>(null);
  protected readonly tiles = computed(() =>
    (this.board.value()?.tiles ?? []).map((tile) => ({ ...tile, address: addressOfTile(tile.target) })),
  );
  private readonly ids = computed(() => this.tiles().map(({ id }) => id));
  protected readonly offers = computed<readonly MenuItem<TileKey>[]>(() =>
    (this.board.value()?.offered ?? []).map((offer) => ({ id: offer.id, label: tileWords(offer) })),
  );

  protected menuOf(place: number): readonly MenuItem<Deed>[] {
    const first = place === 0 ? { state: 'blocked' as const } : {};
    const last = place === this.ids().length - 1 ? { state: 'blocked' as const } : {};
    return [
      { id: 'earlier', label: $localize`:@@board.earlier:Nach vorn`, ...first },
      { id: 'later', label: $localize`:@@board.later:Nach hinten`, ...last },
      { id: 'remove', label: $localize`:@@board.remove:Von der Übersicht nehmen` },
    ];
  }

  protected menuName(tile: Parameters<typeof tileWords>[0]): string {
    return $localize`:@@board.arrangeTile:Anordnen: ${tileWords(tile)}:tile:`;
  }

  protected act(id: TileKey, deed: Deed): void {
    const [ids, place] = [this.ids(), this.ids().indexOf(id)];
    if (deed === 'remove') void this.arrange(ids.filter((tile) => tile !== id));
    else void this.arrange(moved(ids, id, deed === 'earlier' ? place - 1 : place + 1));
  }

  protected add(id: TileKey): void {
    void this.arrange([...this.ids(), id]);
  }

  protected drag(event: DragEvent, id: TileKey): void {
    event.dataTransfer?.setData('text/plain', id);
    this.dragged.set(id);
  }

  /** Only a tile of this board can be put here; a file or a text that is dragged over it is nobody's business. */
  protected over(event: DragEvent): void {
    if (this.dragged() !== null) event.preventDefault();
  }

  protected drop(event: DragEvent, place: number): void {
    const id = this.dragged();
    if (id === null) return;
    event.preventDefault();
    this.dragged.set(null);
    if (this.ids()[place] !== id) void this.arrange(moved(this.ids(), id, place));
  }

  private async arrange(tiles: TileKey[]): Promise<void> {
    const answer = await this.acts.run('board.arrangeBoard', { tiles }, $localize`:@@screen.uebersicht:Übersicht`);
    if (isRefusal(answer)) this.toasts.show(this.language.pick(answer.message));
    await this.board.reload();
  }
}

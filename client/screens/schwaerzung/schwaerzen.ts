import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Mark, PageWords, ReasonCode, SchwaerzungView } from '../../../server/contract/schwaerzung-views.js';
import { Api } from '../../live/api.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Segmented } from '../../ui/segmented/segmented.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { DraftKeeper } from './draft-keeper.js';
import { MakeSchwaerzung } from './make-sheet.js';
import { MarkList } from './mark-list.js';
import { Marking } from './marking.js';
import { MarkingPages } from './marking-pages.js';
import { noteWords } from './note-words.js';
import { reasonOptions } from './reason-options.js';
import { markOver } from './words.js';

/** Marking what must not be read: the pages on the left, search, reasons and the list of marks on the right. */
@Component({
  selector: 'lm-schwaerzen',
  imports: [
    ...[Alert, Button, Control, Field, IconButton, Keys, MakeSchwaerzung, MarkingPages, MarkList, Pane],
    ...[RefusalAlert, RouterLink, Segmented, Select, Skeleton],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './schwaerzen.html',
  styleUrl: './schwaerzen.css',
})
export class Schwaerzen {
  /** Id of the Dokument. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly date = date;
  protected readonly note = noteWords;
  protected readonly reasons = reasonOptions();
  protected readonly marking = new Marking();
  protected readonly keeper = new DraftKeeper(this.api);
  protected readonly view = signal<SchwaerzungView | null>(null);
  protected readonly words = signal<PageWords | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly look = signal<'marks' | 'preview'>('marks');
  protected readonly tool = signal<'words' | 'area'>('words');
  protected readonly making = signal(false);
  protected readonly looks = [
    { id: 'marks', label: $localize`:@@redact.lookMarks:Markierungen` },
    { id: 'preview', label: $localize`:@@redact.lookPreview:Vorschau` },
  ] as const;
  protected readonly tools = [
    { id: 'words', label: $localize`:@@redact.toolWords:Wörter` },
    { id: 'area', label: $localize`:@@redact.toolArea:Rechteck` },
  ] as const;
  protected readonly bindings = computed<readonly KeyBinding[]>(() => [
    { key: 'Control+z', label: $localize`:@@redact.undo:Rückgängig`, run: () => this.marking.undo() },
    { key: 'Control+y', label: $localize`:@@redact.redo:Wiederholen`, run: () => this.marking.redo() },
  ]);
  private readonly pages = viewChild(MarkingPages);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.open(id));
    });
    effect(() => {
      if (this.marking.changes() > 0) untracked(() => this.keeper.later(this.marking.marks()));
    });
    inject(DestroyRef).onDestroy(() => void this.keeper.now());
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected chooseReason(reason: string): void {
    this.marking.reason.set(reason as ReasonCode);
  }

  protected show(mark: Mark): void {
    const words = this.marking.pages()[mark.page - 1]?.words ?? [];
    const at = words.findIndex((word) => markOver([mark], mark.page, word));
    if (at === -1) this.pages()?.reveal(mark.page);
    else this.marking.place(mark.page, at);
  }

  protected furtherTitle(word: string, count: number): string {
    return $localize`:@@redact.further:„${word}:word:“ steht noch an ${count}:count: Stellen.`;
  }

  protected async make(): Promise<void> {
    if (await this.keeper.now()) this.making.set(true);
  }

  protected async made(dokumentId: string): Promise<void> {
    this.making.set(false);
    await this.router.navigate(['dokumente', dokumentId]);
  }

  protected async discard(): Promise<void> {
    if (!(await this.keeper.discard())) return;
    const words = this.words();
    if (words) this.marking.begin(words.pages, []);
  }

  private async open(id: string): Promise<void> {
    const view = await this.api.get<SchwaerzungView>(`dokumente/${encodeURIComponent(id)}/schwaerzung`);
    if (isRefusal(view)) return this.refusal.set(view);
    const nummer = view.draft?.nummer ?? view.nummer;
    const words = await this.api.get<PageWords>(`dokumente/${view.dokumentId}/versionen/${nummer}/woerter`);
    if (isRefusal(words)) return this.refusal.set(words);
    this.keeper.begin(view.dokumentId, nummer, view.draft);
    this.marking.begin(words.pages, view.draft?.marks ?? []);
    this.words.set(words);
    this.view.set(view);
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { KontaktRow, KontaktView } from '../../../server/contract/kontakt-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { KontaktFacts } from './kontakt-facts.js';
import { KontaktSheet } from './kontakt-sheet.js';
import { MergeSheet } from './merge-sheet.js';

/** F62: one entry of the register, everything that it takes part in, and its duplicates. */
@Component({
  selector: 'lm-kontakt-pane',
  imports: [Button, IconButton, KontaktFacts, KontaktSheet, MergeSheet, Pane, RefusalAlert, RouterLink, Skeleton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kontakt-pane.html',
  styleUrl: './kontakt-pane.css',
})
export class KontaktPane {
  readonly id = input.required<string>();
  readonly back = output();
  /** The register has changed. */
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly wide = wideScreen();
  protected readonly kontakt = liveView<KontaktView>(() => `kontakte/${this.id()}`, ['vorgang']);
  protected readonly asking = new Asking();
  protected readonly mayKeep = computed(() => this.session.may('kontakt.keep'));
  protected readonly mayMerge = computed(() => this.session.may('kontakt.merge'));
  protected readonly sheet = linkedSignal<string, 'none' | 'edit' | 'merge' | KontaktRow>({
    source: this.id,
    computation: () => 'none',
  });
  protected readonly candidate = computed(() => {
    const sheet = this.sheet();
    return typeof sheet === 'string' ? null : sheet;
  });
  protected readonly labels = {
    edit: this.language.pick(ACTS['kontakt.changeKontakt'].label),
    merge: this.language.pick(ACTS['kontakt.mergeKontakt'].label),
    split: this.language.pick(ACTS['kontakt.splitKontakt'].label),
  };

  protected async split({ id, version, label }: KontaktView['duplicates'][number]): Promise<void> {
    if (await this.asking.ask(() => this.acts.run('kontakt.splitKontakt', { id, version }, label))) this.done();
  }

  protected done(): void {
    this.sheet.set('none');
    void this.kontakt.reload();
    this.changed.emit();
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { TransferPerson } from '../../../server/contract/transfer-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { SwitchSheet } from './switch-sheet.js';
import { TransferSheet } from './transfer-sheet.js';

/** People whose work may be handed on when they leave; and whether they can sign in. */
@Component({
  selector: 'lm-people',
  imports: [Button, Pane, RefusalAlert, Skeleton, SwitchSheet, Tag, TransferSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people.html',
  styleUrl: './people.css',
})
export class People {
  private readonly language = inject(Language);
  private readonly router = inject(Router);

  protected readonly list = liveView<{ items: TransferPerson[] }>(() => 'people', ['access']);
  protected readonly sheet = signal<{ readonly kind: 'transfer' | 'switch'; readonly person: TransferPerson } | null>(
    null,
  );
  protected readonly transferLabel = this.language.pick(ACTS['stapel.planTransfer'].label);
  protected readonly moving = computed(() => (this.sheet()?.kind === 'transfer' ? this.sheet()?.person : undefined));
  protected readonly switching = computed(() => (this.sheet()?.kind === 'switch' ? this.sheet()?.person : undefined));

  protected switchLabel({ active }: TransferPerson): string {
    return this.language.pick(ACTS[active ? 'identity.switchOff' : 'identity.switchOn'].label);
  }

  protected planned(stapelId: string): void {
    void this.router.navigate(['/stapel', stapelId]);
  }

  protected switched(): void {
    this.sheet.set(null);
    void this.list.reload();
  }
}

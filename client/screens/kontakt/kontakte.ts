import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { KontaktRow as Row } from '../../../server/contract/kontakt-views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { KontaktPane } from './kontakt-pane.js';
import { kontaktQuery } from './kontakt-query.js';
import { KontaktRow } from './kontakt-row.js';
import { KontaktSheet } from './kontakt-sheet.js';

/** F10: people and organisations that matters concern: found by typing, kept once. */
@Component({
  selector: 'lm-kontakte',
  imports: [
    Button,
    Control,
    EmptyState,
    Field,
    IconButton,
    Keys,
    KontaktPane,
    KontaktRow,
    KontaktSheet,
    Listbox,
    Pane,
    RefusalAlert,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kontakte.html',
  styleUrl: './kontakte.css',
})
export class Kontakte {
  /** Id of the entry that is shown, from the address. */
  readonly id = input('');

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly wide = wideScreen();
  protected readonly query = kontaktQuery();
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.query.items() }]);
  protected readonly idOf = (row: Row) => row.id;
  protected readonly sheet = signal<'none' | 'add'>('none');
  protected readonly mayKeep = computed(() => this.session.may('kontakt.keep'));
  protected readonly addLabel = inject(Language).pick(ACTS['kontakt.addKontakt'].label);
  protected readonly listbox = viewChild(Listbox);

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.listbox()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.listbox()?.move(-1) },
  ];

  protected open(id: string | null): void {
    void this.router.navigate(['kontakte', ...(id === null ? [] : [id])], { replaceUrl: id !== null });
  }

  protected added(id: string): void {
    this.sheet.set('none');
    void this.query.reload();
    this.open(id);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

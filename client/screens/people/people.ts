import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { PersonRow } from '../../../server/contract/people-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { rolesText } from '../access/words.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { SwitchSheet } from './switch-sheet.js';
import { TransferSheet } from './transfer-sheet.js';

/** The people of the house or the unit: what they may do, how they sign in, and what becomes of their work when they leave. */
@Component({
  selector: 'lm-people',
  imports: [
    ...[Button, Control, EmptyState, Field, Pane, ReasonSheet, RefusalAlert, Skeleton, SwitchSheet, Tag],
    TransferSheet,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css'],
})
export class People {
  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly query = pagedQuery<PersonRow>(
    (words, after) =>
      `people?q=${encodeURIComponent(words)}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
    ['access'],
  );
  protected readonly tellsSignIn = computed(() => this.session.may('identity.resetSecondFactor'));
  protected readonly sheet = signal<{
    readonly kind: 'transfer' | 'switch' | 'reset';
    readonly person: PersonRow;
  } | null>(null);
  protected readonly asking = new Asking();
  protected readonly transferLabel = this.language.pick(ACTS['stapel.planTransfer'].label);
  protected readonly resetLabel = this.language.pick(ACTS['identity.resetSecondFactor'].label);
  protected readonly moving = computed(() => this.opened('transfer'));
  protected readonly switching = computed(() => this.opened('switch'));
  protected readonly resetting = computed(() => this.opened('reset'));
  protected readonly roles = rolesText;
  protected readonly day = date;

  protected switchLabel({ active }: PersonRow): string {
    return this.language.pick(ACTS[active ? 'identity.switchOff' : 'identity.switchOn'].label);
  }

  protected mayReset({ id, signIn }: PersonRow): boolean {
    return (signIn?.secondFactorSince ?? null) !== null && this.session.person()?.id !== id;
  }

  protected effectFor({ name }: PersonRow): string {
    return $localize`:@@konten.resetEffect:${name}:name: meldet sich danach nur mit dem Kennwort an und richtet, wo die Rolle es verlangt, bei der nächsten Anmeldung ein neues Gerät ein.`;
  }

  protected planned(stapelId: string): void {
    void this.router.navigate(['/stapel', stapelId]);
  }

  protected switched(): void {
    this.sheet.set(null);
    void this.query.reload();
  }

  protected async reset({ id, name }: PersonRow, reason: string): Promise<void> {
    const done = await this.asking.ask(() =>
      this.acts.run('identity.resetSecondFactor', { personId: id, reason }, name),
    );
    if (!done) return;
    this.toasts.show($localize`:@@konten.reset:Der zweite Faktor von ${name}:name: ist zurückgesetzt.`);
    this.switched();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private opened(kind: 'transfer' | 'switch' | 'reset'): PersonRow | null {
    const sheet = this.sheet();
    return sheet?.kind === kind ? sheet.person : null;
  }
}

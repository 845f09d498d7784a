import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SavedSearchRow } from '../../../server/contract/search-views.js';
import { Acts } from '../../live/acts.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Searches that were kept, each a link; and the sheet that keeps the present one. */
@Component({
  selector: 'lm-kept-searches',
  imports: [Button, Checkbox, Control, Dialog, Field, IconButton, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kept-searches.html',
  styleUrl: './kept-searches.css',
})
export class KeptSearches {
  /** The search that is on the screen. */
  readonly query = input.required<string>();

  protected readonly kept = liveView<{ items: SavedSearchRow[] }>(() => 'searches', []);
  protected readonly items = computed(() => this.kept.value()?.items ?? []);
  protected readonly sheet = signal(false);
  protected readonly shared = signal(false);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly missing = signal<string | null>(null);

  protected readonly removeLabel = (name: string) => $localize`:@@search.remove:Suche „${name}:name:“ entfernen`;

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);

  protected open(): void {
    this.refusal.set(null);
    this.missing.set(null);
    this.shared.set(false);
    this.sheet.set(true);
  }

  protected async keep(field: HTMLInputElement): Promise<void> {
    const name = field.value.trim();
    this.missing.set(name === '' ? $localize`:@@search.nameMissing:Bitte geben Sie der Suche einen Namen.` : null);
    if (name === '' || this.state() === 'busy') return field.focus();
    this.state.set('busy');
    const answer = await this.acts.run('search.keepSearch', { name, query: this.query(), shared: this.shared() }, name);
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.sheet.set(false);
    this.toasts.show($localize`:@@search.kept:Die Suche „${name}:name:“ ist gemerkt.`);
    await this.kept.reload();
  }

  protected async remove({ id, name }: SavedSearchRow): Promise<void> {
    const answer = await this.acts.run('search.removeSearch', { id }, name);
    if (!isRefusal(answer)) this.toasts.show($localize`:@@search.removed:Die Suche „${name}:name:“ ist entfernt.`);
    await this.kept.reload();
  }
}

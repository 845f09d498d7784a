import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { KontaktRow, KontaktView } from '../../../server/contract/kontakt-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { KontaktFacts } from './kontakt-facts.js';
import { KontaktFinder } from './kontakt-finder.js';

/** Says that another entry means the same person, after both were seen side by side. */
@Component({
  selector: 'lm-merge-sheet',
  imports: [Button, Dialog, KontaktFacts, KontaktFinder, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal() ?? duplicate.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      @if (found() === null) {
        <lm-kontakt-finder [except]="kept().id" [(chosen)]="found" />
      }
      @if (duplicate.value(); as other) {
        <div class="pair">
          <section>
            <h3 class="section-title" i18n="@@kontakt.stays">Bleibt: {{ kept().label }}</h3>
            <lm-kontakt-facts [kontakt]="kept()" />
          </section>
          <section>
            <h3 class="section-title" i18n="@@kontakt.goes">Dublette: {{ other.label }}</h3>
            <lm-kontakt-facts [kontakt]="other" />
          </section>
        </div>
        <p i18n="@@kontakt.mergeEffect">
          {{ other.vorgaenge.length }} Beteiligungen der Dublette zeigen danach „{{ kept().label }}“. Die Angaben der
          Dublette bleiben erhalten; die Zusammenführung lässt sich zurücknehmen.
        </p>
        <button lmButton type="button" size="small" (click)="found.set(null)" i18n="@@kontakt.other">
          Anderen Eintrag wählen
        </button>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="duplicate.value() ? asking.state() : 'blocked'"
        (click)="merge()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: 16px;
    }
    .section-title {
      margin-bottom: 8px;
    }
  `,
})
export class MergeSheet {
  /** The entry that stays. */
  readonly kept = input.required<KontaktView>();
  /** Somebody who looks like the same; null: to be found. */
  readonly candidate = input<KontaktRow | null>(null);
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly label = inject(Language).pick(ACTS['kontakt.mergeKontakt'].label);
  protected readonly asking = new Asking();
  protected readonly found = linkedSignal(() => this.candidate());
  protected readonly duplicate = liveView<KontaktView>(() => {
    const found = this.found();
    return found ? `kontakte/${found.id}` : null;
  }, []);

  protected async merge(): Promise<void> {
    const other = this.duplicate.value();
    if (!other) return;
    const input = { id: other.id, version: other.version, keptId: this.kept().id };
    const answer = await this.asking.ask(() => this.acts.run('kontakt.mergeKontakt', input, other.label));
    if (!answer) return;
    this.toasts.show($localize`:@@kontakt.merged:Zusammengeführt: ${other.label}:label:.`);
    this.done.emit();
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { PunktView, VerfuegungView } from '../../../server/contract/verfuegung-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AddPunkt } from './add-punkt-sheet.js';
import { VerfuegungEntry, type MayChange } from './verfuegung-entry.js';

/** What is open over the tab. */
type Sheet =
  | { readonly step: 'add'; readonly verfuegung: VerfuegungView }
  | { readonly step: 'cancel'; readonly verfuegung: VerfuegungView; readonly punkt: PunktView };

/** The Verfügungen of a Vorgang: what was ordered, by whom, and what became of it. */
@Component({
  selector: 'lm-verfuegung-tab',
  imports: [AddPunkt, Button, EmptyState, ReasonSheet, RefusalAlert, Skeleton, VerfuegungEntry],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (mayWork()) {
      <button lmButton type="button" kind="primary" icon="checklist" aria-keyshortcuts="V" (click)="order.emit()">
        {{ orderLabel }}
      </button>
    }
    <div role="status">
      @if (recalling.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
    </div>
    @if (view.refusal(); as refusal) {
      <lm-refusal-alert [refusal]="refusal" />
    } @else if (verfuegungen(); as shown) {
      @for (verfuegung of shown; track verfuegung.id) {
        <lm-verfuegung-entry
          [verfuegung]="verfuegung"
          [may]="may(verfuegung)"
          (add)="sheet.set({ step: 'add', verfuegung })"
          (recall)="recall(verfuegung)"
          (cancelled)="sheet.set({ step: 'cancel', verfuegung, punkt: $event })"
        />
      } @empty {
        <lm-empty-state icon="checklist" heading="Noch nichts verfügt." i18n-heading="@@verfuegung.none">
          <span i18n="@@verfuegung.noneHint"
            >Hier steht, was jemand zu tun oder zur Kenntnis zu nehmen hat, und wann es erledigt war.</span
          >
        </lm-empty-state>
      }
    } @else if (view.state() === 'waiting') {
      <lm-skeleton [lines]="6" />
    }
    @if (sheet(); as open) {
      @switch (open.step) {
        @case ('add') {
          <lm-add-punkt
            [vorgang]="vorgang()"
            [verfuegung]="open.verfuegung"
            (closed)="sheet.set(null)"
            (done)="done()"
          />
        }
        @case ('cancel') {
          <lm-reason-sheet
            act="verfuegung.cancelPunkt"
            [effect]="cancelEffect"
            [state]="asking.state()"
            [refusal]="asking.refusal()"
            (closed)="sheet.set(null)"
            (confirmed)="cancel(open.verfuegung, open.punkt, $event)"
          />
        }
      }
    }`,
})
export class VerfuegungTab {
  readonly vorgang = input.required<VorgangView>();
  /** „Verfügen“ was pressed: the sheet is the Vorgang's, where the key opens it as well. */
  readonly order = output();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly id = computed(() => this.vorgang().id);
  protected readonly view = liveView<{ verfuegungen: VerfuegungView[] }>(
    () => `vorgaenge/${this.id()}/verfuegungen`,
    ['vorgang', 'aufgabe'],
  );
  protected readonly verfuegungen = computed(() => this.view.value()?.verfuegungen ?? null);
  protected readonly sheet = linkedSignal<string, Sheet | null>({ source: this.id, computation: () => null });
  protected readonly asking = new Asking();
  protected readonly recalling = new Asking();
  protected readonly orderLabel = inject(Language).pick(ACTS['verfuegung.orderVerfuegung'].label);
  protected readonly mayWork = computed(() => this.vorgang().state === 'offen' && this.session.may('akte.edit'));
  protected readonly cancelEffect = $localize`:@@verfuegung.cancelEffect:Die Aufgabe dazu verschwindet; der Punkt bleibt durchgestrichen mit dem Grund stehen.`;

  protected may({ orderer }: VerfuegungView): MayChange {
    const own = orderer.id === this.session.person()?.id;
    return { add: this.mayWork(), cancel: this.mayWork() && (own || this.session.may('verfuegung.cancel')) };
  }

  protected async recall({ id: verfuegungId, version }: VerfuegungView): Promise<void> {
    const { aktenzeichen } = this.vorgang();
    const input = { verfuegungId, version };
    const answer = await this.recalling.ask(() => this.acts.run('verfuegung.recallVerfuegung', input, aktenzeichen));
    if (!answer) return;
    this.toasts.show($localize`:@@verfuegung.recalled:Verfügung zurückgenommen: ${aktenzeichen}:aktenzeichen:`);
    void this.view.reload();
  }

  protected async cancel({ id: verfuegungId, version }: VerfuegungView, punkt: PunktView, reason: string) {
    // The version that the person has read: if somebody has done the point meanwhile, the refusal says so.
    const input = { verfuegungId, version, punktId: punkt.id, reason };
    const { aktenzeichen } = this.vorgang();
    if (await this.asking.ask(() => this.acts.run('verfuegung.cancelPunkt', input, aktenzeichen))) this.done();
  }

  protected done(): void {
    this.sheet.set(null);
    void this.view.reload();
  }
}

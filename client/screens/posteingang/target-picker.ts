import { ChangeDetectionStrategy, Component, computed, output, signal } from '@angular/core';
import type { EinheitRow } from '../../../server/contract/aktenplan-views.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import type { ChosenPlace } from './filing.js';

/** Any place of the Aktenplan: an open Vorgang, an Akte (new Vorgang) or a position (new Akte). */
@Component({
  selector: 'lm-target-picker',
  imports: [Button, Dialog, Plan],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Wohin gehört das?" i18n-heading="@@filing.where" (closed)="closed.emit()">
    <lm-plan shown="offen" (chosen)="entry.set($event)" />
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="place() ? 'ready' : 'blocked'" (click)="choose()">
        {{ words() }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    lm-plan {
      height: 52vh;
      margin: 0 -8px;
    }
  `,
})
export class TargetPicker {
  readonly closed = output();
  readonly chosen = output<ChosenPlace>();

  protected readonly entry = signal<PlanEntry | null>(null);
  protected readonly place = computed(() => placeFor(this.entry()));
  protected readonly words = computed(() => {
    const kind = this.place()?.target.kind;
    if (kind === 'akte') return $localize`:@@plan.intoAkte:Neuer Vorgang in dieser Akte`;
    if (kind === 'aktenplaneinheit') return $localize`:@@plan.newAkte:Neue Akte an dieser Stelle`;
    return $localize`:@@plan.intoVorgang:In diesen Vorgang`;
  });

  protected choose(): void {
    const place = this.place();
    if (place) this.chosen.emit(place);
  }
}

function placeFor(entry: PlanEntry | null): ChosenPlace | null {
  switch (entry?.kind) {
    case undefined:
      return null;
    case 'einheit': {
      const { id, kennzeichen, titel } = entry.row;
      const target = { kind: 'aktenplaneinheit' as const, aktenplaneinheitId: id };
      return takesAkten(entry.row) ? { target, aktenzeichen: kennzeichen, betreff: titel } : null;
    }
    case 'akte': {
      const { id, aktenzeichen, betreff } = entry.row;
      return { target: { kind: 'akte', akteId: id }, aktenzeichen, betreff };
    }
    case 'vorgang': {
      const { id, aktenzeichen, betreff } = entry.row;
      return { target: { kind: 'vorgang', vorgangId: id }, aktenzeichen, betreff };
    }
  }
}

/** Only an open position with none below it; the server says the same, later. */
function takesAkten({ state, below }: EinheitRow): boolean {
  return state === 'offen' && below !== 'einheiten';
}

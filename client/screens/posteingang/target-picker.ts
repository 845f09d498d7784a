import { ChangeDetectionStrategy, Component, computed, output, signal } from '@angular/core';
import type { AktenplanNode } from '../../../server/contract/views.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tree } from '../../ui/tree/tree.js';
import { filterPlan, openVorgaenge, planTree } from '../akte/plan-tree.js';
import type { ChosenPlace } from './filing.js';

/** Any place of the Aktenplan: an open Vorgang, an Akte (new Vorgang) or a position (new Akte). */
@Component({
  selector: 'lm-target-picker',
  imports: [Button, Control, Dialog, Field, Skeleton, Tree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Wohin gehört das?" i18n-heading="@@filing.where" (closed)="closed.emit()">
    <div class="stack">
      <lm-field
        label="Filtern"
        i18n-label="@@plan.filter"
        hint="Aktenzeichen oder Wörter aus dem Titel"
        i18n-hint="@@plan.filterHint"
      >
        <input lmControl type="search" (input)="typed.set(textOf($event))" />
      </lm-field>
      @if (plan.value()) {
        <lm-tree
          label="Aktenplan"
          i18n-label="@@plan.title"
          [nodes]="found().nodes"
          [expanded]="expanded()"
          (expandedChange)="unfolded.set($event)"
          [(selected)]="selected"
        />
      } @else {
        <lm-skeleton />
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="place() ? 'ready' : 'blocked'" (click)="choose()">
        {{ words() }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    lm-tree {
      max-height: 46vh;
      overflow: auto;
      margin: 0 -8px;
    }
  `,
})
export class TargetPicker {
  readonly closed = output();
  readonly chosen = output<ChosenPlace>();

  protected readonly plan = liveView<{ einheiten: AktenplanNode[] }>(() => 'akten/plan', []);
  protected readonly typed = signal('');
  protected readonly unfolded = signal<ReadonlySet<string>>(new Set());
  protected readonly selected = signal<string | null>(null);
  protected readonly found = computed(() =>
    filterPlan(planTree(openVorgaenge(this.plan.value()?.einheiten ?? [])), this.typed()),
  );
  protected readonly expanded = computed(() => (this.typed() === '' ? this.unfolded() : this.found().expanded));
  protected readonly place = computed(() => placeFor(this.plan.value()?.einheiten ?? [], this.selected()));
  protected readonly words = computed(() => {
    const kind = this.place()?.target.kind;
    if (kind === 'akte') return $localize`:@@plan.intoAkte:Neuer Vorgang in dieser Akte`;
    if (kind === 'aktenplaneinheit') return $localize`:@@plan.newAkte:Neue Akte an dieser Stelle`;
    return $localize`:@@plan.intoVorgang:In diesen Vorgang`;
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected choose(): void {
    const place = this.place();
    if (place) this.chosen.emit(place);
  }
}

function placeFor(einheiten: readonly AktenplanNode[], id: string | null): ChosenPlace | null {
  for (const einheit of einheiten) {
    if (einheit.id === id) {
      const target = { kind: 'aktenplaneinheit' as const, aktenplaneinheitId: einheit.id };
      return { target, aktenzeichen: einheit.kennzeichen, betreff: einheit.titel };
    }
    for (const akte of einheit.akten) {
      if (akte.id === id) {
        return { target: { kind: 'akte', akteId: akte.id }, aktenzeichen: akte.aktenzeichen, betreff: akte.betreff };
      }
      const vorgang = akte.vorgaenge.find((candidate) => candidate.id === id);
      if (vorgang) {
        const target = { kind: 'vorgang' as const, vorgangId: vorgang.id };
        return { target, aktenzeichen: vorgang.aktenzeichen, betreff: vorgang.betreff };
      }
    }
  }
  return null;
}

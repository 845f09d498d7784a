import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { ErsuchenTarget } from '../../../server/contract/acts/ersuchen.js';
import type { ErsuchenRow } from '../../../server/contract/ersuchen-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Accepts an Ersuchen into a Vorgang of ours that is there, or into a new one in an Akte. */
@Component({
  selector: 'lm-accept-ersuchen',
  imports: [Button, Control, Dialog, Field, Plan, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p i18n="@@ersuchen.acceptEffect">
        Brief und Dokumente liegen dann als Kopie in unserer Akte, und wer sie bearbeitet, bekommt eine Aufgabe.
      </p>
      <section>
        <h3 class="section-title" i18n="@@ersuchen.where">Akte oder Vorgang</h3>
        <lm-plan shown="akten" (chosen)="entry.set($event)" />
      </section>
      <p role="status" class="muted">
        @if (place(); as chosen) {
          {{ chosen }}
        } @else {
          <ng-container i18n="@@ersuchen.noPlace">Es fehlt die Akte oder der Vorgang.</ng-container>
        }
      </p>
      @if (entry()?.kind === 'akte') {
        <lm-field label="Betreff des neuen Vorgangs" i18n-label="@@ersuchen.vorgangBetreff">
          <input lmControl type="text" maxlength="500" [value]="betreff()" (input)="betreff.set(textOf($event))" />
        </lm-field>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="target() ? asking.state() : 'blocked'" (click)="accept()">
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrl: '../akte/plan-in-sheet.css',
})
export class AcceptErsuchen {
  readonly ersuchen = input.required<ErsuchenRow>();
  readonly closed = output();

  private readonly acts = inject(Acts);
  private readonly router = inject(Router);
  private readonly begun = firstReading(this.ersuchen);
  protected readonly label = inject(Language).pick(ACTS['ersuchen.acceptErsuchen'].label);
  protected readonly asking = new Asking();
  protected readonly entry = signal<PlanEntry | null>(null);
  protected readonly betreff = linkedSignal(() => this.begun().betreff);
  /** A position is no place to file: one of its Akten is. */
  protected readonly place = computed(() => {
    const entry = this.entry();
    return entry && entry.kind !== 'einheit' ? `${entry.row.aktenzeichen} ${entry.row.betreff}` : null;
  });
  protected readonly target = computed<ErsuchenTarget | null>(() => {
    const entry = this.entry();
    if (entry?.kind === 'vorgang') return { kind: 'vorgang', vorgangId: entry.row.id };
    const vorgangBetreff = this.betreff().trim();
    if (entry?.kind !== 'akte' || vorgangBetreff === '') return null;
    return { kind: 'akte', akteId: entry.row.id, vorgangBetreff };
  });

  protected async accept(): Promise<void> {
    const target = this.target();
    if (!target) return;
    const { id: ersuchenId, version, betreff } = this.begun();
    const input = { ersuchenId, version, target };
    const answer = await this.asking.ask(() => this.acts.run('ersuchen.acceptErsuchen', input, betreff));
    if (answer) await this.router.navigate(['/akten', answer.vorgangId]);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

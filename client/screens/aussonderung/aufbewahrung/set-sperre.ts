import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AufbewahrungView } from '../../../../server/contract/aufbewahrung-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { Field } from '../../../ui/field/field.js';
import { Select, type SelectOption } from '../../../ui/field/select.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

/** Puts a Sperre on the Akte, the Vorgang or one of its Dokumente. */
@Component({
  selector: 'lm-set-sperre',
  imports: [Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="aussonderung.setSperre"
    [effect]="effect"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="set($event)"
  >
    <lm-field label="Gilt für" i18n-label="@@frist.for">
      <lm-select [options]="objects()" [value]="target()" (valueChange)="chosen.set($event)" />
    </lm-field>
  </lm-reason-sheet>`,
})
export class SetSperre {
  readonly view = input.required<AufbewahrungView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  protected readonly chosen = signal('');
  protected readonly effect = $localize`:@@sperre.effect:Nichts davon wird vernichtet oder gelöscht, auch nicht nach dem Ende der Frist, bis die Sperre aufgehoben ist.`;
  protected readonly target = computed(() => this.chosen() || `vorgang ${this.view().vorgangId}`);
  protected readonly objects = computed<readonly SelectOption[]>(() => {
    const { vorgangId, aktenzeichen, akteId, akteAktenzeichen, dokumente } = this.view();
    return [
      { value: `vorgang ${vorgangId}`, label: `${$localize`:@@frist.levelVorgang:Vorgang`} ${aktenzeichen}` },
      { value: `akte ${akteId}`, label: `${$localize`:@@frist.levelAkte:Akte`} ${akteAktenzeichen}` },
      ...dokumente.map(({ id, nummer, betreff }) => ({
        value: `dokument ${id}`,
        label: `${$localize`:@@aufgabe.document:Dokument`} ${nummer}: ${betreff}`,
      })),
    ];
  });

  protected async set(reason: string): Promise<void> {
    const [kind, objectId = ''] = this.target().split(' ');
    const objectKind = kind === 'akte' || kind === 'dokument' ? kind : 'vorgang';
    const object = this.objects().find(({ value }) => value === this.target())?.label ?? '';
    const answer = await this.asking.ask(() =>
      this.acts.run('aussonderung.setSperre', { objectKind, objectId, reason }, object),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@sperre.done:Gesperrt: ${object}:object:`);
    this.done.emit();
  }
}

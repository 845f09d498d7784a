import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { RecordAccess, Vertraulichkeitsstufe } from '../../../server/contract/access-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { STUFEN } from './words.js';

/** Says how confidential the Vorgang is. */
@Component({
  selector: 'lm-classify-sheet',
  imports: [Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="access.classifyRecord"
    [effect]="effect"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="classify($event)"
  >
    <lm-field label="Gilt für" i18n-label="@@frist.for">
      <lm-select
        [options]="kinds()"
        [value]="kind()"
        (valueChange)="kind.set($event === 'akte' ? 'akte' : 'vorgang')"
      />
    </lm-field>
    <lm-field label="Vertraulichkeitsstufe" i18n-label="@@access.stufe">
      <lm-select [options]="stufen" [value]="stufe()" (valueChange)="stufe.set($event)" />
    </lm-field>
  </lm-reason-sheet>`,
})
export class ClassifySheet {
  readonly vorgang = input.required<VorgangView>();
  readonly record = input.required<RecordAccess>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly begun = firstReading(() => ({ vorgang: this.vorgang(), record: this.record() }));
  protected readonly stufen = STUFEN;
  protected readonly kind = signal<'vorgang' | 'akte'>('vorgang');
  protected readonly kinds = computed<readonly SelectOption[]>(() => [
    { value: 'vorgang', label: `${$localize`:@@frist.levelVorgang:Vorgang`} ${this.begun().vorgang.aktenzeichen}` },
    { value: 'akte', label: `${$localize`:@@frist.levelAkte:Akte`} ${this.begun().vorgang.akte.aktenzeichen}` },
  ]);
  protected readonly stufe = signal('vertraulich');
  protected readonly asking = new Asking();
  protected readonly effect = $localize`:@@access.classifyEffect:Wer für die Stufe nicht ermächtigt ist, sieht den Vorgang nicht mehr, auch nicht durch eine Regel, eine Aufgabe oder eine Vertretung.`;

  protected async classify(reason: string): Promise<void> {
    const stufe = this.stufe() as Vertraulichkeitsstufe;
    const { record, vorgang: seen } = this.begun();
    const { akteId, akteVersion } = record;
    const { akte, ...vorgang } = seen;
    const { id, version, aktenzeichen } =
      this.kind() === 'akte' ? { ...akte, id: akteId, version: akteVersion } : vorgang;
    const input = { kind: this.kind(), id, version, stufe, reason };
    const answer = await this.asking.ask(() => this.acts.run('access.classifyRecord', input, aktenzeichen));
    if (!answer) return;
    this.toasts.show($localize`:@@access.classifyDone:Eingestuft: ${aktenzeichen}:aktenzeichen:`);
    this.done.emit();
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AktenvorlageKind, AktenvorlageView } from '../../../server/contract/vorlage-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { PartEditor } from './part-editor.js';
import { partsOf, rowsOf, type PartRow } from './part-rows.js';
import { PositionList } from './position-list.js';

/** Says what an Akte or a Vorgang begins with. */
@Component({
  selector: 'lm-aktenvorlage-sheet',
  imports: [Button, Checkbox, Control, Dialog, Field, PartEditor, PositionList, RefusalAlert, Select, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" width="wide" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal() ?? known.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      @if (!shown()) {
        <lm-skeleton />
      } @else {
        <lm-field label="Name" i18n-label="@@vorlage.name">
          <input lmControl maxlength="120" autocomplete="off" [value]="name()" (input)="name.set(textOf($event))" />
        </lm-field>
        @if (id() === null) {
          <lm-field label="Wofür" i18n-label="@@vorlage.kind">
            <lm-select [options]="kinds" [(value)]="kind" />
          </lm-field>
        }
        <lm-part-editor [kind]="kindNow()" [(rows)]="rows" />
        @if (state() === 'blocked') {
          <p class="muted" i18n="@@vorlage.structureIncomplete">Es fehlen noch der Name oder ein Teil mit Betreff.</p>
        }
        <lm-position-list [(positions)]="positions" />
        @if (id() !== null) {
          <lm-checkbox [(checked)]="active"
            ><ng-container i18n="@@vorlage.inUse">in Gebrauch</ng-container></lm-checkbox
          >
        }
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="state()" (click)="save()">{{ label() }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class AktenvorlageSheet {
  /** The template to change; null: a new one. */
  readonly id = input.required<string | null>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly known = liveView<AktenvorlageView>(() => {
    const id = this.id();
    return id === null ? null : `vorlagen/akten/${id}`;
  }, []);
  private readonly begun = firstReading(this.known.value);
  protected readonly shown = computed(() => this.id() === null || this.known.value() !== null);
  protected readonly label = computed(() =>
    this.language.pick(ACTS[this.id() === null ? 'vorlage.addAktenvorlage' : 'vorlage.changeAktenvorlage'].label),
  );
  protected readonly name = linkedSignal(() => this.begun()?.name ?? '');
  protected readonly kind = linkedSignal<string>(() => this.begun()?.kind ?? 'akte');
  protected readonly kindNow = computed<AktenvorlageKind>(() => (this.kind() === 'vorgang' ? 'vorgang' : 'akte'));
  protected readonly active = linkedSignal(() => this.begun()?.active ?? true);
  protected readonly positions = linkedSignal(() => this.begun()?.positions ?? []);
  protected readonly rows = linkedSignal<readonly PartRow[]>(() => rowsOf(this.begun()?.parts ?? []));
  protected readonly asking = new Asking();
  protected readonly kinds = [
    { value: 'akte', label: $localize`:@@vorlagen.forAkte:für eine Akte` },
    { value: 'vorgang', label: $localize`:@@vorlagen.forVorgang:für einen Vorgang` },
  ];
  protected readonly state = computed(() => {
    const rows = this.rows();
    const complete =
      this.name().trim().length >= 3 && rows.length > 0 && rows.every((row) => row.betreff.trim() !== '');
    return complete && this.shown() ? this.asking.state() : 'blocked';
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(): Promise<void> {
    if (this.state() !== 'ready') return;
    const [id, version, name] = [this.id(), this.begun()?.version ?? 0, this.name().trim()];
    const facts = { name, einheitIds: this.positions().map((place) => place.id), parts: partsOf(this.rows()) };
    const answer = await this.asking.ask<object>(async () =>
      id === null
        ? this.acts.run('vorlage.addAktenvorlage', { ...facts, kind: this.kindNow() }, name)
        : this.acts.run('vorlage.changeAktenvorlage', { ...facts, id, version, active: this.active() }, name),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@vorlage.kept:Vorlage „${name}:name:“ gespeichert.`);
    this.done.emit();
  }
}

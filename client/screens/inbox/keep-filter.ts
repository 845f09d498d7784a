import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabenFilter, AufgabenList } from '../../../server/contract/aufgaben-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { TextField } from '../../ui/field/text-field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Gives the present filter a name: it becomes a tab, at every desk, and where it is wanted of the whole unit. */
@Component({
  selector: 'lm-keep-filter',
  imports: [Button, Checkbox, Dialog, RefusalAlert, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-text-field label="Name" i18n-label="@@search.name" [longest]="40" [error]="missing()" [(value)]="name" />
      <lm-checkbox [(checked)]="shared"><span i18n="@@search.share">Mit meinem Sachgebiet teilen</span></lm-checkbox>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="keep()" i18n="@@search.keepNow">
        Merken
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class KeepFilter {
  readonly list = input.required<AufgabenList>();
  readonly filter = input.required<AufgabenFilter>();
  readonly closed = output();
  readonly kept = output();

  private readonly acts = inject(Acts);
  protected readonly heading = inject(Language).pick(ACTS['aufgabe.keepFilter'].label);
  protected readonly asking = new Asking();
  protected readonly name = signal('');
  protected readonly shared = signal(false);
  protected readonly missing = signal<string | null>(null);

  protected async keep(): Promise<void> {
    const name = this.name().trim();
    this.missing.set(name === '' ? $localize`:@@filter.nameMissing:Bitte geben Sie dem Filter einen Namen.` : null);
    if (name === '') return;
    const input = { name, list: this.list(), filter: this.filter(), shared: this.shared() };
    const done = await this.asking.ask(() => this.acts.run('aufgabe.keepFilter', input, name));
    if (done) this.kept.emit();
  }
}

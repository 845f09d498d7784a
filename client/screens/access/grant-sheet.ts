import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { AccessRight, AccessRules, AccessSubject, RecordAccess } from '../../../server/contract/access-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { SubjectField } from './subject-field.js';
import { RIGHTS } from './words.js';

/** One more on the list of a protected Akte. */
@Component({
  selector: 'lm-grant-sheet',
  imports: [Button, Dialog, Field, RefusalAlert, Select, SubjectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      @if (known.value(); as shown) {
        <lm-subject-field [known]="shown" (subjectChange)="subject.set($event)" />
      }
      <lm-field label="Recht" i18n-label="@@access.right">
        <lm-select [options]="rights" [value]="right()" (valueChange)="right.set($event)" />
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="subject() === null ? 'blocked' : asking.state()"
        (click)="grant()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class GrantSheet {
  readonly record = input.required<RecordAccess>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly known = liveView<AccessRules>(() => 'access/rules', []);
  protected readonly label = inject(Language).pick(ACTS['access.grantRule'].label);
  protected readonly rights = RIGHTS;
  protected readonly subject = signal<AccessSubject | null>(null);
  protected readonly right = signal('read');
  protected readonly asking = new Asking();

  protected async grant(): Promise<void> {
    const subject = this.subject();
    if (subject === null) return;
    const { akteId, aktenzeichen } = this.record();
    const input = { place: { kind: 'akte', id: akteId } as const, subject, right: this.right() as AccessRight };
    const answer = await this.asking.ask(() => this.acts.run('access.grantRule', input, aktenzeichen));
    if (answer) this.done.emit();
  }
}

import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Alert } from '../../../ui/alert/alert.js';
import { Button } from '../../../ui/button/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';

export interface Choice<Id> {
  readonly id: Id;
  readonly label: string;
  readonly note: string;
}

/** One of a few things, each a button: a letter for a page, a scan to take in. */
@Component({
  selector: 'lm-choice-sheet',
  imports: [Alert, Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading()" (closed)="closed.emit()">
    @if (against(); as reason) {
      <lm-alert kind="danger" [title]="reason" />
    }
    @if (choices().length === 0) {
      <p>{{ none() }}</p>
    }
    <ul>
      @for (choice of choices(); track choice.id) {
        <li>
          <button
            type="button"
            class="choice"
            [attr.data-dialog-focus]="$first ? '' : null"
            (click)="chosen.emit(choice.id)"
          >
            <span class="label">{{ choice.label }}</span>
            <span class="muted">{{ choice.note }}</span>
          </button>
        </li>
      }
    </ul>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .choice {
      display: grid;
      gap: 2px;
      width: 100%;
      min-height: 40px;
      padding: 8px 12px;
      border-radius: 4px;
      overflow-wrap: anywhere;
    }
    .choice:hover {
      background: var(--hover);
    }
    .label {
      font-weight: 600;
    }
  `,
})
export class ChoiceSheet<Id> {
  readonly heading = input.required<string>();
  readonly choices = input.required<readonly Choice<Id>[]>();
  /** Said where there is nothing to choose from. */
  readonly none = input('');
  /** Why the last choice cannot be. */
  readonly against = input<string | null>(null);
  readonly chosen = output<Id>();
  readonly closed = output();
}

import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

/** „Zur Klärung“: the note tells the next person what is unclear. */
@Component({
  selector: 'lm-set-aside',
  imports: [Button, Control, Dialog, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading" (closed)="closed.emit()">
    <lm-field label="Was ist unklar?" i18n-label="@@setAside.note" [error]="error()">
      <textarea lmControl rows="3" maxlength="2000" #note></textarea>
    </lm-field>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" (click)="submit(note)">{{ heading }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class SetAside {
  readonly closed = output();
  readonly send = output<string>();

  protected readonly heading = inject(Language).pick(ACTS['posteingang.setAsideEingang'].label);
  protected readonly error = signal<string | null>(null);

  protected submit(note: HTMLTextAreaElement): void {
    const text = note.value.trim();
    this.error.set(text === '' ? $localize`:@@setAside.missing:Bitte schreiben Sie einen Satz.` : null);
    if (text === '') note.focus();
    else this.send.emit(text);
  }
}

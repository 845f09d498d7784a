import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { pageOf } from '../../../server/contract/barriere-views.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';

/** F106: what somebody could not use, told from the page where it happened. No account is needed, and no answer has to be wanted. */
@Component({
  selector: 'lm-barriere-sheet',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Barriere melden" i18n-heading="@@barriere.tell" (closed)="closed.emit()">
    <div class="stack">
      @if (state() === 'told') {
        <div role="status">
          <lm-alert
            kind="success"
            title="Danke, die Meldung ist bei der Administration."
            i18n-title="@@barriere.told"
          />
        </div>
      } @else {
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        }
        <dl class="facts">
          <dt i18n="@@barriere.page">Seite</dt>
          <dd>{{ page }}</dd>
        </dl>
        <lm-field
          label="Was ging nicht?"
          i18n-label="@@barriere.what"
          hint="Was wollten Sie tun, womit (Tastatur, Vorlesehilfe, Vergrößerung), und was geschah? Bitte keine Inhalte aus Akten."
          i18n-hint="@@barriere.whatHint"
          [error]="fault()"
        >
          <textarea
            lmControl
            name="description"
            rows="5"
            maxlength="4000"
            required
            [value]="description()"
            (input)="description.set(textOf($event))"
          ></textarea>
        </lm-field>
        <lm-field
          label="Kontakt für eine Antwort (freiwillig)"
          i18n-label="@@barriere.contact"
          hint="E-Mail oder Telefon; wird gelöscht, sobald die Meldung abgeschlossen ist."
          i18n-hint="@@barriere.contactHint"
        >
          <input
            lmControl
            type="text"
            name="contact"
            maxlength="200"
            autocomplete="email"
            [value]="contact()"
            (input)="contact.set(textOf($event))"
          />
        </lm-field>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      @if (state() === 'told') {
        <button lmButton type="button" kind="primary" (click)="closed.emit()" i18n="@@ui.close">Schließen</button>
      } @else {
        <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="send()" i18n="@@barriere.send">
          Meldung senden
        </button>
        <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
      }
    </ng-container>
  </lm-dialog>`,
})
export class BarriereSheet {
  readonly closed = output();

  private readonly api = inject(Api);
  protected readonly page = pageOf(inject(Router).url);
  protected readonly asking = new Asking();
  protected readonly state = signal<'open' | 'told'>('open');
  protected readonly description = signal('');
  protected readonly contact = signal('');
  protected readonly fault = signal<string | null>(null);

  protected async send(): Promise<void> {
    const description = this.description().trim();
    const missing = description.length < 3;
    this.fault.set(missing ? $localize`:@@form.required:Bitte ausfüllen.` : null);
    if (missing) return;
    const told = { page: this.page, description, contact: this.contact().trim() };
    if (await this.asking.ask(() => this.api.post<object>('barrieren', told))) this.state.set('told');
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }
}

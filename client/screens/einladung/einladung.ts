import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/**
 * Where the link of an invitation leads: the person sets a password. The token stands behind the # of the address, which
 * browsers send to no server, and is taken off it at once.
 */
@Component({
  selector: 'lm-einladung',
  imports: [Alert, Button, Control, Field, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="card">
    <h1 class="headline" i18n="@@einladung.title">Kennwort setzen</h1>
    @if (state() === 'done') {
      <lm-alert kind="success" title="Das Kennwort ist gesetzt." i18n-title="@@einladung.done" />
      <a lmButton routerLink="/anmelden" i18n="@@einladung.signIn">Zur Anmeldung</a>
    } @else {
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <form class="stack" (submit)="submit($event)">
        <lm-field
          label="Kennwort"
          i18n-label="@@signIn.password"
          hint="Mindestens 15 Zeichen; mehrere Wörter sind leicht zu merken."
          i18n-hint="@@einladung.hint"
        >
          <input
            lmControl
            type="password"
            name="new-password"
            autocomplete="new-password"
            required
            (input)="password.set(textOf($event))"
          />
        </lm-field>
        <lm-field label="Kennwort wiederholen" i18n-label="@@einladung.again">
          <input
            lmControl
            type="password"
            name="repeated-password"
            autocomplete="new-password"
            required
            (input)="again.set(textOf($event))"
          />
        </lm-field>
        @if (differs()) {
          <p class="muted" role="status" i18n="@@einladung.differs">Die beiden Eingaben sind noch verschieden.</p>
        }
        <button
          lmButton
          type="submit"
          kind="primary"
          [state]="differs() ? 'blocked' : asking.state()"
          i18n="@@einladung.submit"
        >
          Kennwort setzen
        </button>
      </form>
    }
  </section>`,
  styles: `
    .card {
      display: grid;
      gap: 16px;
      width: min(400px, 100% - 40px);
      margin: min(14vh, 120px) auto;
    }
  `,
})
export class Einladung {
  private readonly api = inject(Api);
  private readonly token = location.hash.slice(1);
  protected readonly asking = new Asking();
  protected readonly state = signal<'open' | 'done'>('open');
  protected readonly password = signal('');
  protected readonly again = signal('');
  protected readonly differs = computed(() => this.password() !== this.again());

  constructor() {
    // Neither the history of the browser nor a picture of the page shall hold it.
    history.replaceState(history.state, '', location.pathname);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.differs()) return;
    const body = { token: this.token, password: this.password() };
    if (await this.asking.ask(() => this.api.post<object>('invitation', body))) this.state.set('done');
  }
}

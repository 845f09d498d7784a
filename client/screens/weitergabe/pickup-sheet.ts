import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';

/** What the recipient needs; the server knows only hashes, so this sheet is the only place that can show it. */
export interface PickupKeys {
  /** null: the link was told before, and stays. */
  readonly token: string | null;
  readonly code: string;
  readonly recipient: string;
  /** Last day; null where it is known already. */
  readonly expiresOn: string | null;
}

/** Shows link and code, apart and this once. */
@Component({
  selector: 'lm-pickup-sheet',
  imports: [Alert, Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog
    heading="Link und Code für den Empfänger"
    i18n-heading="@@weitergabe.secrets"
    (closed)="closed.emit()"
  >
    <div class="stack">
      <lm-alert
        kind="warning"
        title="Jetzt übernehmen: Beides wird nur dieses eine Mal gezeigt."
        i18n-title="@@weitergabe.once"
      >
        <p i18n="@@weitergabe.apart">
          Auf getrennten Wegen mitteilen: den Link zum Beispiel mit der Post oder De-Mail, den Code am Telefon. Wer
          beides hat, bekommt die Akte.
        </p>
      </lm-alert>
      @if (link(); as address) {
        <section>
          <h3 class="section-title" i18n="@@weitergabe.link">Link</h3>
          <p class="secret link">{{ address }}</p>
          <button lmButton type="button" icon="content-copy" (click)="copy(address)" i18n="@@weitergabe.copyLink">
            Link kopieren
          </button>
        </section>
      }
      <section>
        <h3 class="section-title" i18n="@@weitergabe.code">Code</h3>
        <p class="secret code">{{ keys().code }}</p>
        <button lmButton type="button" icon="content-copy" (click)="copy(keys().code)" i18n="@@weitergabe.copyCode">
          Code kopieren
        </button>
      </section>
      <div class="muted">
        <p i18n="@@weitergabe.for">Für {{ keys().recipient }}.</p>
        @if (keys().expiresOn; as last) {
          <p i18n="@@weitergabe.untilDay">Abholen lässt sich das Paket bis {{ day(last) }}.</p>
        }
      </div>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" (click)="closed.emit()" i18n="@@weitergabe.noted">Übernommen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .secret {
      margin: 6px 0 8px;
      padding: 8px 12px;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--sunken);
      font-family: var(--mono);
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .code {
      font-size: 1.25rem;
      line-height: 1.75rem;
      letter-spacing: 0.06em;
    }
  `,
})
export class PickupSheet {
  readonly keys = input.required<PickupKeys>();
  readonly closed = output();

  private readonly toasts = inject(Toasts);
  protected readonly day = date;

  /** Behind the #, which browsers send to no server: it stands in no log on its way. */
  protected link(): string | null {
    const { token } = this.keys();
    return token === null ? null : `${location.origin}/abholen#${token}`;
  }

  protected copy(text: string): void {
    void navigator.clipboard.writeText(text).then(() => this.toasts.show($localize`:@@ui.copied:Kopiert.`));
  }
}

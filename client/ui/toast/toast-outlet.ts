import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { IconButton } from '../button/icon-button.js';
import { Toasts } from './toasts.js';

/** Where toasts stand: over the foot of the list, never over an act or the document. */
@Component({
  selector: 'lm-toasts',
  imports: [IconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'label' },
  template: `@for (toast of toasts.shown(); track toast.id) {
    <div class="toast">
      <span>{{ toast.text }}</span>
      @if (toast.act; as act) {
        <button type="button" class="act" (click)="act.run(); toasts.dismiss(toast.id)">{{ act.label }}</button>
      }
      <button
        lmIconButton
        type="button"
        icon="close"
        label="Meldung schließen"
        i18n-label="@@toast.close"
        (click)="toasts.dismiss(toast.id)"
      ></button>
    </div>
  }`,
  styles: `
    :host {
      position: fixed;
      left: 72px;
      bottom: var(--toast-bottom, 100px);
      z-index: 20;
      display: grid;
      gap: 8px;
      /* A list is at least 320 px wide: beside it the act bar begins. */
      max-width: min(304px, calc(100vw - 32px));
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 40px;
      padding: 4px 6px 4px 16px;
      border: 1px solid var(--line-strong);
      border-radius: 6px;
      background: var(--pane);
      box-shadow: var(--shadow-float);
      animation: rise 140ms ease-out;
    }
    span {
      flex: 1;
    }
    .act {
      min-height: 28px;
      color: var(--accent);
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
    @media (max-width: 760px) {
      :host {
        left: 16px;
        bottom: 136px;
      }
    }
  `,
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
  protected readonly label = $localize`:@@toast.region:Meldungen`;
}

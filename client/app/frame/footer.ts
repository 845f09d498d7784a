import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { KeyMap } from '../../ui/keys/key-map.js';

/**
 * 28 px under every page: the accessibility statement and its feedback channel (BITV 2.0 § 7), and the keys of a screen.
 * The keys are for the eye: without their caps the words say nothing, and „Tasten“ has them all in order.
 */
@Component({
  selector: 'lm-footer',
  imports: [KeyHint, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'contentinfo' },
  template: `@if (keys() === 'shown') {
      @for (binding of bindings(); track binding.key) {
        <span class="hint" aria-hidden="true"><lm-key-hint [keys]="binding.key" />{{ binding.label }}</span>
      }
      <span class="hint" aria-hidden="true"
        ><lm-key-hint keys="F6" /><ng-container i18n="@@keys.pane">nächster Bereich</ng-container></span
      >
      <span class="hint" aria-hidden="true"
        ><lm-key-hint keys="?" /><ng-container i18n="@@keys.all">alle Tasten</ng-container></span
      >
    }
    <span class="links">
      <button type="button" (click)="tell.emit()" i18n="@@barriere.tell">Barriere melden</button>
      <a routerLink="/barrierefreiheit" i18n="@@route.accessibility">Barrierefreiheit</a>
    </span>`,
  styles: `
    :host {
      grid-area: footer;
      display: flex;
      align-items: center;
      gap: 20px;
      padding: 0 16px;
      overflow: hidden;
      border-top: 1px solid var(--line-strong);
      background: var(--frame);
      color: var(--muted);
      font-size: 0.75rem;
      line-height: 1rem;
      white-space: nowrap;
    }
    .hint {
      display: inline-flex;
      gap: 8px;
    }
    /* Never cut off, however many keys a screen has. */
    .links {
      position: sticky;
      right: 0;
      display: flex;
      gap: 16px;
      margin-left: auto;
      padding-left: 12px;
      background: var(--frame);
    }
    .links > * {
      min-height: 24px;
      color: inherit;
      line-height: 24px;
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    /* The ring stays inside the bar, which cuts off what stands out. */
    .links > :focus-visible {
      outline-offset: -2px;
    }
    @media (max-width: 760px) {
      .hint {
        display: none;
      }
      .links {
        margin-inline: auto;
        gap: 24px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class Footer {
  /** Pages for people who have not signed in have no keys of their own. */
  readonly keys = input<'shown' | 'none'>('shown');
  /** Somebody wants to tell what they could not use. */
  readonly tell = output();

  private readonly map = inject(KeyMap);
  protected readonly bindings = computed(() => this.map.bindings().filter((binding) => binding.shown === 'footer'));
}

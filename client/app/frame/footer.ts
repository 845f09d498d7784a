import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { KeyMap } from '../../ui/keys/key-map.js';

/** 28 px: the keys of this screen and the accessibility statement. */
@Component({
  selector: 'lm-footer',
  imports: [KeyHint, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'contentinfo' },
  template: `@for (binding of bindings(); track binding.key) {
      <span class="hint"><lm-key-hint [keys]="binding.key" />{{ binding.label }}</span>
    }
    <span class="hint"><lm-key-hint keys="F6" /><ng-container i18n="@@keys.pane">nächster Bereich</ng-container></span>
    <span class="hint"><lm-key-hint keys="?" /><ng-container i18n="@@keys.all">alle Tasten</ng-container></span>
    <span class="spacer"></span>
    <a routerLink="/barrierefreiheit" i18n="@@route.accessibility">Barrierefreiheit</a>`,
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
    a {
      color: inherit;
    }
    @media (max-width: 760px) {
      :host {
        display: none;
      }
    }
  `,
})
export class Footer {
  private readonly map = inject(KeyMap);
  protected readonly bindings = computed(() => this.map.bindings().filter((binding) => binding.shown === 'footer'));
}

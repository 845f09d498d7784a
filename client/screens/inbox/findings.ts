import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Alert } from '../../ui/alert/alert.js';
import { Icon } from '../../ui/icon/icon.js';

const ICONS = { ok: 'check', hint: 'info', warning: 'warning' } as const;

/** What the checks found, one sentence each; the heading says how they came out together. */
@Component({
  selector: 'lm-findings',
  imports: [Alert, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-alert [kind]="warnings() > 0 ? 'warning' : 'proposal'" [title]="title()">
    <ul>
      @for (finding of findings(); track $index) {
        <li>
          <lm-icon [name]="icons[finding.level]" [size]="16" [class]="finding.level" />
          <span>{{ language.pick(finding) }}</span>
        </li>
      }
    </ul>
  </lm-alert>`,
  styles: `
    ul {
      margin-left: -26px;
    }
    li {
      display: grid;
      grid-template-columns: 26px 1fr;
      align-items: start;
      padding: 1px 0;
    }
    lm-icon {
      margin: 2px 0 0 1px;
      color: var(--muted);
    }
    .ok {
      color: var(--success);
    }
    .warning {
      color: var(--warning);
    }
  `,
})
export class Findings {
  readonly findings = input.required<AufgabeView['findings']>();

  protected readonly language = inject(Language);
  protected readonly icons = ICONS;
  protected readonly warnings = computed(() => this.findings().filter(({ level }) => level === 'warning').length);
  protected readonly title = computed(() => {
    const count = this.warnings();
    if (count === 0) return $localize`:@@findings.none:Geprüft, nichts auffällig`;
    if (count === 1) return $localize`:@@findings.one:Geprüft, 1 Punkt ist auffällig`;
    return $localize`:@@findings.many:Geprüft, ${count}:count: Punkte sind auffällig`;
  });
}

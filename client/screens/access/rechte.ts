import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import type { AccessRules } from '../../../server/contract/access-views.js';
import { liveView } from '../../live/live-view.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ClearancePanel } from './clearance-panel.js';
import { ReportPanel } from './report-panel.js';
import { RulesPanel } from './rules-panel.js';
import { VertretungPanel } from './vertretung-panel.js';
import { WhyPanel } from './why-panel.js';

type View = 'why' | 'report' | 'rules' | 'clearances' | 'vertretungen';

/** Who may see what, for those who answer for it: explained, reported, changed. */
@Component({
  selector: 'lm-rechte',
  imports: [ClearancePanel, Pane, RefusalAlert, ReportPanel, RulesPanel, Skeleton, Tabs, VertretungPanel, WhyPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="rechte">
    <header class="screen-head">
      <div>
        <h1 i18n="@@screen.rechte">Rechte</h1>
        <p class="muted" i18n="@@access.subtitle">Wer welche Akten sehen und bearbeiten darf, und warum</p>
      </div>
    </header>
    <section class="pane" lmPane="Rechte" i18n-lmPane="@@screen.rechte">
      <div class="pane-head">
        <lm-tabs name="rechte" label="Ansichten" i18n-label="@@access.views" [tabs]="tabs()" [(selected)]="view" />
      </div>
      <div
        id="rechte-panel"
        class="pane-body"
        role="tabpanel"
        tabindex="0"
        [attr.aria-labelledby]="'rechte-tab-' + view()"
      >
        @if (known.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        } @else if (known.value(); as shown) {
          @switch (view()) {
            @case ('why') {
              <lm-why-panel [known]="shown" />
            }
            @case ('report') {
              <lm-report-panel [known]="shown" />
            }
            @case ('rules') {
              <lm-rules-panel [known]="shown" (changed)="known.reload()" />
            }
            @case ('clearances') {
              <lm-clearance-panel [known]="shown" (changed)="known.reload()" />
            }
            @case ('vertretungen') {
              <lm-vertretung-panel [known]="shown" (changed)="known.reload()" />
            }
          }
        } @else if (known.state() === 'waiting') {
          <lm-skeleton [lines]="8" />
        }
      </div>
    </section>
  </div>`,
  styles: `
    .rechte {
      display: flex;
      flex-direction: column;
      height: 100%;
      min-height: 0;
    }
    .pane {
      flex: 1;
      min-height: 0;
    }
    .pane-body {
      overflow: auto;
      padding: 16px;
    }
  `,
})
export class Rechte {
  protected readonly known = liveView<AccessRules>(() => 'access/rules', ['access', 'clock']);
  protected readonly view = signal<View>('why');
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'why', label: $localize`:@@access.why:Warum sehe ich das nicht?` },
    { id: 'report', label: $localize`:@@access.report:Wer sieht was?` },
    { id: 'rules', label: $localize`:@@access.rules:Regeln`, count: this.known.value()?.rules.length ?? 0 },
    { id: 'clearances', label: $localize`:@@access.clearances:Ermächtigungen` },
    {
      id: 'vertretungen',
      label: $localize`:@@access.vertretungen:Vertretungen`,
      count: this.known.value()?.vertretungen.length ?? 0,
    },
  ]);
}

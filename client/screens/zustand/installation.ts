import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SetupFinding, InstallationView } from '../../../server/contract/health-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { clockTime, date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag, type Tone } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { LogList } from './log-list.js';

/** Whether the installation works, what of its set-up an office would want otherwise, and what the server has logged. */
@Component({
  selector: 'lm-installation',
  imports: [Alert, Button, LogList, RefusalAlert, Skeleton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './installation.html',
  styleUrls: ['../shared/panel-table.css', './zustand.css'],
})
export class Installation {
  /** Where it is read: `zustand` by the administration of a Mandant, `operator/zustand` by whoever runs the installation. */
  readonly address = input.required<string>();

  protected readonly language = inject(Language);
  protected readonly source = liveView<InstallationView>(() => this.address(), []);
  protected readonly checks = computed(() => {
    const checks = this.source.value()?.checks ?? [];
    return [...checks].sort((one, other) => ORDER[one.state] - ORDER[other.state]);
  });

  protected toneOf(state: SetupFinding['state'] | 'degraded'): Tone {
    if (state === 'wrong' || state === 'degraded') return 'danger';
    return state === 'hint' ? 'warning' : 'success';
  }

  protected wordOf(state: SetupFinding['state'] | 'degraded'): string {
    if (state === 'degraded') return $localize`:@@zustand.degraded:gestört`;
    if (state === 'wrong') return $localize`:@@zustand.wrong:ändern`;
    return state === 'hint' ? $localize`:@@zustand.hint:Hinweis` : $localize`:@@zustand.ok:in Ordnung`;
  }

  protected since({ startedAt }: InstallationView): string {
    return `${date(startedAt)}, ${clockTime(startedAt)}`;
  }
}

const ORDER: Readonly<Record<SetupFinding['state'], number>> = { wrong: 0, hint: 1, ok: 2 };

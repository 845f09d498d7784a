import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { OutlookCount, OutlookPage, OutlookRow, OutlookView } from '../../../../server/contract/outlook-views.js';
import { Api } from '../../../live/api.js';
import { Language } from '../../../live/language.js';
import { liveView } from '../../../live/live-view.js';
import { isRefusal, type Refusal } from '../../../live/refusal.js';
import { count, date } from '../../../locale/format.js';
import { Button } from '../../../ui/button/button.js';
import { EmptyState } from '../../../ui/empty-state/empty-state.js';
import { Field } from '../../../ui/field/field.js';
import { Select, type SelectOption } from '../../../ui/field/select.js';
import { Icon } from '../../../ui/icon/icon.js';
import { Skeleton } from '../../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';
import { Simulation } from './simulation.js';

/** What becomes due when: years, a year's months and positions, and its Vorgaenge with basis, Sperre and next step. */
@Component({
  selector: 'lm-outlook',
  imports: [Button, EmptyState, Field, Icon, RefusalAlert, Select, Simulation, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outlook.html',
  styleUrl: './outlook.css',
})
export class Outlook {
  protected readonly language = inject(Language);
  protected readonly count = count;
  protected readonly date = date;
  // The stock changes with every z. d. A.; counting a million rows again for each would be rude.
  protected readonly outlook = liveView<OutlookView>(() => 'aussonderungen/outlook', ['aussonderung', 'clock'], {
    throttleMs: 5_000,
  });
  /** The chosen year, or a month of it. */
  protected readonly period = signal<string | null>(null);
  protected readonly einheit = signal('');
  protected readonly page = liveView<OutlookPage>(() => this.address(), ['aussonderung', 'clock'], {
    throttleMs: 5_000,
  });
  protected readonly more = linkedSignal<OutlookPage | null, readonly OutlookRow[]>({
    source: this.page.value,
    computation: () => [],
  });
  private readonly nextAfter = linkedSignal(() => this.page.value()?.after ?? null);
  protected readonly rows = computed(() => [...(this.page.value()?.rows ?? []), ...this.more()]);
  protected readonly hasMore = computed(() => this.nextAfter() !== null);
  protected readonly loading = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly sheet = signal<'none' | 'simulation'>('none');
  protected readonly periods = computed<readonly SelectOption[]>(() => {
    const year = this.period()?.slice(0, 4) ?? '';
    return [
      { value: year, label: $localize`:@@outlook.wholeYear:ganzes Jahr` },
      ...(this.page.value()?.months ?? []).map(({ period, total }) => ({
        value: period,
        label: `${period.slice(5)}/${period.slice(0, 4)} (${count(total)})`,
      })),
    ];
  });
  protected readonly einheiten = computed<readonly SelectOption[]>(() =>
    (this.page.value()?.einheiten ?? []).map(({ kennzeichen, titel, total }) => ({
      value: kennzeichen,
      label: `${kennzeichen} ${titel} (${count(total)})`,
    })),
  );

  private readonly api = inject(Api);

  protected choose({ period }: OutlookCount): void {
    this.einheit.set('');
    this.period.set(period);
  }

  /** Asks for the rows after the last one shown. */
  protected async loadMore(): Promise<void> {
    const [address, after] = [this.address(), this.nextAfter()];
    if (address === null || after === null || this.loading() === 'busy') return;
    this.loading.set('busy');
    const answer = await this.api.get<OutlookPage>(`${address}&after=${encodeURIComponent(after)}`);
    this.loading.set('ready');
    if (this.address() !== address) return;
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (isRefusal(answer)) return;
    this.more.update((rows) => [...rows, ...answer.rows]);
    this.nextAfter.set(answer.after);
  }

  private address(): string | null {
    const [period, einheit] = [this.period(), this.einheit()];
    if (period === null) return null;
    const filter = einheit === '' ? '' : `&einheit=${encodeURIComponent(einheit)}`;
    return `aussonderungen/outlook/vorgaenge?period=${period}${filter}`;
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import {
  CHANNELS,
  NOTIFICATION_KINDS,
  type Channel,
  type NotificationKind,
  type NotificationRulesView,
  type QuietHours,
  type Weekday,
} from '../../../server/contract/notification-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { liveView } from '../../live/live-view.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { CHANNEL_WORDS, KIND_WORDS, WEEKDAY_WORDS } from './notification-words.js';
import { SystemSign } from './system-sign.js';

/** After the office has closed, until it opens: what most people mean. */
const USUAL: QuietHours = { from: '18:00', until: '07:00', days: [1, 2, 3, 4, 5, 6, 7] };

/** How the person is told, by kind and by kept filter, and when nothing makes a sign. */
@Component({
  selector: 'lm-rules-sheet',
  imports: [Alert, Button, Checkbox, Control, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rules-sheet.html',
  styleUrl: './rules-sheet.css',
})
export class RulesSheet {
  readonly closed = output();

  private readonly acts = inject(Acts);
  private readonly system = inject(SystemSign);
  private readonly kept = liveView<NotificationRulesView>(() => 'notifications/rules', []);
  private readonly first = firstReading(() => this.kept.value());
  protected readonly asking = new Asking();
  protected readonly rules = linkedSignal(() => this.first()?.rules ?? null);
  protected readonly filters = computed(() => this.first()?.filters ?? []);
  protected readonly missing = signal<string | null>(null);
  protected readonly kinds = NOTIFICATION_KINDS;
  protected readonly kindWords = KIND_WORDS;
  protected readonly weekdays = USUAL.days;
  protected readonly weekdayWords = WEEKDAY_WORDS;
  protected readonly asKind = $localize`:@@notification.asKind:wie oben`;
  protected readonly channels: readonly SelectOption[] = CHANNELS.map((value) => ({
    value,
    label: CHANNEL_WORDS[value],
  }));
  /** Why the operating system will stay silent although the person wants it. */
  protected readonly problem = computed(() => {
    const rules = this.rules();
    const wanted = rules ? [...Object.values(rules.kinds), ...rules.filters.map(({ channel }) => channel)] : [];
    if (!wanted.includes('os') || this.system.permit() === 'granted') return null;
    return this.system.permit() === 'missing'
      ? $localize`:@@notification.systemMissing:Dieser Browser kann sich nicht über das Betriebssystem melden; hier steht alles in der Laufmappe.`
      : $localize`:@@notification.systemDenied:Der Browser erlaubt noch keine Meldungen über das Betriebssystem. Erlauben Sie sie in seinen Einstellungen für diese Seite.`;
  });

  protected choose(kind: NotificationKind, channel: string): void {
    this.rules.update((rules) => rules && { ...rules, kinds: { ...rules.kinds, [kind]: channel as Channel } });
    this.askFor(channel);
  }

  protected channelOf(filterId: string): string {
    return this.rules()?.filters.find(({ id }) => id === filterId)?.channel ?? '';
  }

  /** @param channel empty: as the kinds say */
  protected chooseFor(filterId: string, channel: string): void {
    const own = channel === '' ? [] : [{ id: filterId, channel: channel as Channel }];
    this.rules.update(
      (rules) => rules && { ...rules, filters: [...rules.filters.filter(({ id }) => id !== filterId), ...own] },
    );
    this.askFor(channel);
  }

  protected toggleQuiet(wanted: boolean): void {
    this.rules.update((rules) => rules && { ...rules, quiet: wanted ? USUAL : null });
  }

  protected setQuiet(part: Partial<QuietHours>): void {
    this.rules.update((rules) => rules && { ...rules, quiet: rules.quiet && { ...rules.quiet, ...part } });
  }

  protected toggleDay(day: Weekday, wanted: boolean): void {
    const days = this.rules()?.quiet?.days ?? [];
    this.setQuiet({ days: USUAL.days.filter((one) => (one === day ? wanted : days.includes(one))) });
  }

  protected async save(): Promise<void> {
    const rules = this.rules();
    if (!rules) return;
    const { quiet } = rules;
    const isMissing = quiet !== null && (quiet.from === '' || quiet.until === '' || quiet.days.length === 0);
    this.missing.set(
      isMissing
        ? $localize`:@@notification.quietMissing:Bitte nennen Sie Beginn, Ende und mindestens einen Tag.`
        : null,
    );
    if (isMissing) return;
    const what = $localize`:@@notification.title:Benachrichtigungen`;
    const done = await this.asking.ask(() => this.acts.run('notification.arrangeNotifications', rules, what));
    if (done) this.closed.emit();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** The browser asks only where somebody has just done something. */
  private askFor(channel: string): void {
    if (channel === 'os') void this.system.ask();
  }
}

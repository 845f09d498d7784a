import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { LogLevel, LogView } from '../../../server/contract/health-views.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { clockTime, date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag, type Tone } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** The newest lines of the server's log; read when somebody asks, since a list that moves cannot be read. */
@Component({
  selector: 'lm-log-list',
  imports: [Button, Control, EmptyState, Field, RefusalAlert, Select, Skeleton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './log-list.html',
  styleUrls: ['../shared/panel-table.css', './zustand.css'],
})
export class LogList {
  /** Address of the installation below `/api/`. */
  readonly address = input.required<string>();

  private readonly session = inject(Session);
  protected readonly level = signal<LogLevel>('info');
  protected readonly words = signal('');
  protected readonly levels: readonly SelectOption[] = [
    { value: 'info', label: $localize`:@@zustand.all:alles` },
    { value: 'warn', label: $localize`:@@zustand.warnings:Warnungen und Fehler` },
    { value: 'error', label: $localize`:@@zustand.errors:nur Fehler` },
  ];
  protected readonly log = liveView<LogView>(
    () => `${this.address()}/log?level=${this.level()}&q=${encodeURIComponent(this.words())}`,
    [],
  );
  private readonly today = computed(() => dayOf(this.session.now()));

  protected choose(level: string): void {
    this.level.set(level === 'warn' || level === 'error' ? level : 'info');
  }

  protected tone(level: LogLevel): Tone {
    return level === 'error' ? 'danger' : level === 'warn' ? 'warning' : 'neutral';
  }

  protected wordOf(level: LogLevel): string {
    const words: Readonly<Record<LogLevel, string>> = {
      info: $localize`:@@zustand.info:Hinweis`,
      warn: $localize`:@@zustand.warn:Warnung`,
      error: $localize`:@@zustand.error:Fehler`,
    };
    return words[level];
  }

  protected moment(at: string): string {
    return dayOf(new Date(at)) === this.today() ? clockTime(at) : `${date(at)}, ${clockTime(at)}`;
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { ZusatzInput, ZusatzItem, ZusatzKind, ZusatzView } from '../../../server/contract/zusatzfeld-views.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import type { Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { addressOf, NO, shownValue, YES } from './zusatz-words.js';
import { typedText, valueOf } from './zusatz-typing.js';

/** The extra fields of a record as a form, made from their definitions. What was changed is told; the server judges it. */
@Component({
  selector: 'lm-zusatz-fields',
  imports: [Control, DateField, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './zusatz-fields.html',
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class ZusatzFields {
  readonly kind = input.required<ZusatzKind>();
  readonly id = input.required<string>();
  /** The last answer to the act that saves: each fault shows at its field. */
  readonly refusal = input<Refusal | null>(null);
  /** What differs from what is stored. */
  readonly changed = output<ZusatzInput>();
  /** Whether every day that was typed is one. */
  readonly judged = output<'right' | 'wrong'>();

  protected readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly view = liveView<ZusatzView>(() => addressOf(this.kind(), this.id()), []);
  private readonly begun = firstReading(this.view.value);
  protected readonly items = computed(() => this.begun()?.items ?? []);
  protected readonly typed = linkedSignal<readonly ZusatzItem[], Readonly<Record<string, string>>>({
    source: this.items,
    computation: (items) => Object.fromEntries(items.map((item) => [item.key, typedText(item)])),
  });
  private readonly wrongDays = signal<ReadonlySet<string>>(new Set());
  protected readonly faults = computed(() => {
    const reasons = this.refusal()?.reasons ?? [];
    return new Map(reasons.map(({ link, message }) => [link?.noun === 'zusatzfeld' ? link.id : '', message]));
  });
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly format = date;
  protected readonly yesNo = [
    { value: 'yes', label: YES },
    { value: 'no', label: NO },
  ];
  protected readonly neededHint = $localize`:@@zusatz.neededHint:Pflicht vor z. d. A.`;

  protected options(item: ZusatzItem) {
    if (item.rule.art !== 'choice') return this.yesNo;
    return item.rule.options.map(({ key, label }) => ({ value: key, label: this.language.asWritten(label) }));
  }

  protected fault({ key }: ZusatzItem): string | null {
    const message = this.faults().get(key);
    return message ? this.language.pick(message) : null;
  }

  protected hint({ need }: ZusatzItem): string | undefined {
    return need === 'required' ? this.neededHint : undefined;
  }

  protected shown(item: ZusatzItem): string {
    return shownValue(item, (sentence) => this.language.asWritten(sentence));
  }

  protected take(item: ZusatzItem, text: string): void {
    this.typed.update((typed) => ({ ...typed, [item.key]: text }));
    const now = this.typed();
    const changes = this.items()
      .map((each) => [each, valueOf(each, now[each.key] ?? '')] as const)
      .filter(([each, value]) => each.state === 'fillable' && value !== each.value);
    this.changed.emit(Object.fromEntries(changes.map(([each, value]) => [each.key, value])));
  }

  protected judge(item: ZusatzItem, state: 'right' | 'wrong'): void {
    const wrong = new Set(this.wrongDays());
    if (state === 'wrong') wrong.add(item.key);
    else wrong.delete(item.key);
    this.wrongDays.set(wrong);
    this.judged.emit(wrong.size > 0 ? 'wrong' : 'right');
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

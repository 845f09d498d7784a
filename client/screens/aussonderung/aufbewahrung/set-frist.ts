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
import type { AufbewahrungView } from '../../../../server/contract/aufbewahrung-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { firstReading } from '../../../live/first-reading.js';
import { Session } from '../../../live/session.js';
import { Control } from '../../../ui/field/control.js';
import { Field } from '../../../ui/field/field.js';
import { Select, type SelectOption } from '../../../ui/field/select.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';
import { countingText, startText } from './words.js';

/** Sets what a Vorgang or its whole Akte says about the period of its own. */
@Component({
  selector: 'lm-set-frist',
  imports: [Control, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './set-frist.html',
})
export class SetFrist {
  readonly view = input.required<AufbewahrungView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly asking = new Asking();
  private readonly begun = firstReading(this.view);
  protected readonly kind = signal<'vorgang' | 'akte'>('vorgang');
  private readonly said = computed(() => (this.kind() === 'vorgang' ? this.begun().vorgang : this.begun().akte));
  protected readonly length = linkedSignal<'years' | 'unlimited' | 'inherited'>(() => {
    const jahre = this.said()?.jahre ?? 'inherited';
    return typeof jahre === 'number' ? 'years' : jahre;
  });
  protected readonly jahre = linkedSignal(() => {
    const jahre = this.said()?.jahre;
    return String(typeof jahre === 'number' ? jahre : (this.begun().holds.jahre ?? 10));
  });
  protected readonly counting = linkedSignal<'yearEnd' | 'dayExact' | 'inherited'>(
    () => this.said()?.counting ?? 'inherited',
  );
  protected readonly start = linkedSignal<'zdA' | 'event' | 'inherited'>(() => this.said()?.start ?? 'inherited');
  protected readonly shorteningReason = signal('');
  protected readonly yearsError = computed(() =>
    this.length() !== 'years' || /^\d{1,3}$/.test(this.jahre().trim())
      ? null
      : $localize`:@@frist.yearsWrong:Bitte ganze Jahre von 0 bis 130 angeben.`,
  );
  protected readonly effect = computed(() =>
    this.kind() === 'vorgang'
      ? $localize`:@@frist.effectVorgang:Die Frist von ${this.begun().aktenzeichen}:aktenzeichen: wird neu bestimmt; läuft sie schon, zählt sie neu.`
      : $localize`:@@frist.effectAkte:Gilt für alle Vorgänge von ${this.begun().akteAktenzeichen}:aktenzeichen:, die selbst nichts anderes sagen; laufende Fristen zählen neu.`,
  );
  private readonly inherited = { value: 'inherited', label: $localize`:@@frist.inherited:geerbt` };
  protected readonly kinds = computed<readonly SelectOption[]>(() => [
    { value: 'vorgang', label: `${$localize`:@@frist.levelVorgang:Vorgang`} ${this.begun().aktenzeichen}` },
    { value: 'akte', label: `${$localize`:@@frist.levelAkte:Akte`} ${this.begun().akteAktenzeichen}` },
  ]);
  protected readonly lengths: readonly SelectOption[] = [
    this.inherited,
    { value: 'years', label: $localize`:@@frist.ownYears:eigene Jahre` },
    { value: 'unlimited', label: $localize`:@@frist.unlimited:unbefristet` },
  ];
  protected readonly countings: readonly SelectOption[] = [
    this.inherited,
    { value: 'yearEnd', label: countingText('yearEnd') },
    { value: 'dayExact', label: countingText('dayExact') },
  ];
  protected readonly starts: readonly SelectOption[] = [
    this.inherited,
    { value: 'zdA', label: startText('zdA') },
    { value: 'event', label: startText('event') },
  ];

  protected async set(reason: string): Promise<void> {
    if (this.yearsError()) return;
    const view = this.begun();
    const [counting, start, length] = [this.counting(), this.start(), this.length()];
    const object = this.kind() === 'vorgang' ? view.aktenzeichen : view.akteAktenzeichen;
    const answer = await this.asking.ask(() =>
      this.acts.run(
        'aussonderung.setAufbewahrungsfrist',
        {
          objectKind: this.kind(),
          objectId: this.kind() === 'vorgang' ? view.vorgangId : view.akteId,
          version: this.said()?.version ?? 0,
          jahre: length === 'years' ? Number(this.jahre()) : length,
          counting: counting === 'inherited' ? null : counting,
          start: start === 'inherited' ? null : start,
          reason,
          shorteningReason: this.shorteningReason().trim() || null,
        },
        object,
      ),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@frist.done:Aufbewahrungsfrist für ${object}:aktenzeichen: festgelegt.`);
    this.done.emit();
  }

  protected chooseKind(value: string): void {
    this.kind.set(value === 'akte' ? 'akte' : 'vorgang');
  }

  protected chooseLength(value: string): void {
    this.length.set(value === 'years' || value === 'unlimited' ? value : 'inherited');
  }

  protected chooseCounting(value: string): void {
    this.counting.set(value === 'yearEnd' || value === 'dayExact' ? value : 'inherited');
  }

  protected chooseStart(value: string): void {
    this.start.set(value === 'zdA' || value === 'event' ? value : 'inherited');
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

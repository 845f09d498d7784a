import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import type { AktenplanHits } from '../../../../server/contract/aktenplan-views.js';
import type { SimulationView } from '../../../../server/contract/outlook-views.js';
import { Api } from '../../../live/api.js';
import { liveView } from '../../../live/live-view.js';
import { isRefusal, type Refusal } from '../../../live/refusal.js';
import { count, date } from '../../../locale/format.js';
import { Alert } from '../../../ui/alert/alert.js';
import { Button } from '../../../ui/button/button.js';
import { Checkbox } from '../../../ui/checkbox/checkbox.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Control } from '../../../ui/field/control.js';
import { Field } from '../../../ui/field/field.js';
import { Select, type SelectOption } from '../../../ui/field/select.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';
import { countingText, startText } from '../aufbewahrung/words.js';

/** Plays another rule of a position through over the whole stock: how many earlier, how many later. Nothing is changed. */
@Component({
  selector: 'lm-simulation',
  imports: [Alert, Button, Checkbox, Control, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './simulation.html',
  styleUrl: './simulation.css',
})
export class Simulation {
  readonly closed = output();

  private readonly api = inject(Api);
  protected readonly count = count;
  protected readonly date = date;
  /** Beginning of a Kennzeichen or words of a title; a plan of 10,000 positions is never a list. */
  protected readonly typed = signal('');
  protected readonly hits = liveView<AktenplanHits>(
    () => (this.typed().trim() === '' ? null : `aktenplan/treffer?q=${encodeURIComponent(this.typed().trim())}`),
    [],
  );
  protected readonly einheit = signal('');
  protected readonly length = signal('years');
  protected readonly jahre = signal('10');
  protected readonly counting = signal('yearEnd');
  protected readonly start = signal('zdA');
  protected readonly below = signal(true);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly result = signal<SimulationView | null>(null);
  protected readonly einheiten = computed<readonly SelectOption[]>(() =>
    (this.hits.value()?.einheiten ?? []).map(({ id, kennzeichen, titel }) => ({
      value: id,
      label: `${kennzeichen} ${titel}`,
    })),
  );
  protected readonly yearsError = computed(() =>
    this.length() === 'unlimited' || /^\d{1,3}$/.test(this.jahre().trim())
      ? null
      : $localize`:@@frist.yearsWrong:Bitte ganze Jahre von 0 bis 130 angeben.`,
  );
  protected readonly lengths: readonly SelectOption[] = [
    { value: 'years', label: $localize`:@@frist.yearsLabel:Jahre` },
    { value: 'unlimited', label: $localize`:@@frist.unlimited:unbefristet` },
  ];
  protected readonly countings: readonly SelectOption[] = [
    { value: 'yearEnd', label: countingText('yearEnd') },
    { value: 'dayExact', label: countingText('dayExact') },
  ];
  protected readonly starts: readonly SelectOption[] = [
    { value: 'zdA', label: startText('zdA') },
    { value: 'event', label: startText('event') },
  ];

  protected async play(): Promise<void> {
    if (this.einheit() === '' || this.yearsError() !== null || this.state() === 'busy') return;
    this.state.set('busy');
    const answer = await this.api.post<SimulationView>('aussonderungen/simulation', {
      aktenplaneinheitId: this.einheit(),
      below: this.below() ? 'included' : 'excluded',
      jahre: this.length() === 'unlimited' ? null : Number(this.jahre()),
      counting: this.counting(),
      start: this.start(),
    });
    this.state.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    this.result.set(isRefusal(answer) ? null : answer);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

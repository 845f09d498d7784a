import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccessPosition, AccessRules } from '../../../server/contract/access-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Who stands in for whom, from when to when and how far. */
@Component({
  selector: 'lm-vertretung-panel',
  imports: [Button, Control, DateField, EmptyState, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vertretung-panel.html',
  styleUrl: './panel.css',
})
export class VertretungPanel {
  readonly known = input.required<AccessRules>();
  readonly changed = output();

  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly today = dayOf(this.session.now());
  protected readonly appointLabel = this.language.pick(ACTS['access.appointVertretung'].label);
  protected readonly endLabel = this.language.pick(ACTS['access.endVertretung'].label);
  protected readonly person = signal('');
  protected readonly deputy = signal('');
  protected readonly from = signal(this.today);
  protected readonly until = signal('');
  protected readonly part = signal('');
  protected readonly asking = new Asking();
  protected readonly people = computed<readonly SelectOption[]>(() =>
    this.known().people.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` })),
  );
  protected readonly complete = computed(() => this.person() && this.deputy() && this.from() && this.until());

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);

  protected take(event: Event): void {
    this.part.set((event.target as HTMLInputElement).value);
  }

  protected async appoint(): Promise<void> {
    if (!this.complete()) return;
    const days = { personId: this.person(), deputyId: this.deputy(), from: this.from(), until: this.until() };
    const name = this.known().people.find(({ id }) => id === this.person())?.name ?? '';
    const answer = await this.asking.ask(async () => {
      const part = await this.place();
      if (isRefusal(part)) return part;
      return this.acts.run('access.appointVertretung', { ...days, aktenplaneinheitId: part?.id ?? null }, name);
    });
    if (answer) this.changed.emit();
  }

  protected async finish({ id, person }: AccessRules['vertretungen'][number]): Promise<void> {
    const ended = () => this.acts.run('access.endVertretung', { vertretungId: id }, person);
    if (await this.asking.ask(ended)) this.changed.emit();
  }

  private place(): Promise<AccessPosition | Refusal | null> {
    const kennzeichen = this.part().trim();
    if (!kennzeichen) return Promise.resolve(null);
    return this.api.get<AccessPosition>(`access/places/${encodeURIComponent(kennzeichen)}`);
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type {
  AccessPosition,
  AccessRight,
  AccessRules,
  SimulatedChange,
  Vertraulichkeitsstufe,
  WhyAnswer,
} from '../../../server/contract/access-views.js';
import { Api } from '../../live/api.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { PeopleList } from './people-list.js';
import { RIGHTS, STUFEN } from './words.js';

/** A person and an Aktenzeichen: whether and why it is seen, and what would be after a change. */
@Component({
  selector: 'lm-why-panel',
  imports: [Button, Control, Field, PeopleList, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './why-panel.html',
  styleUrl: './panel.css',
})
export class WhyPanel {
  readonly known = input.required<AccessRules>();

  protected readonly rights = RIGHTS;
  protected readonly stufen = STUFEN;
  protected readonly person = signal('');
  protected readonly aktenzeichen = signal('');
  protected readonly change = signal('none');
  protected readonly kennzeichen = signal('');
  protected readonly right = signal('read');
  protected readonly stufe = signal('vertraulich');
  protected readonly answer = signal<WhyAnswer | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly people = computed<readonly SelectOption[]>(() =>
    this.known().people.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` })),
  );
  protected readonly changes: readonly SelectOption[] = [
    { value: 'none', label: $localize`:@@access.noChange:nichts, nur der Stand von jetzt` },
    { value: 'grantRule', label: $localize`:@@access.simulateRule:die Person bekäme ein Recht am Aktenplan` },
    { value: 'clearance', label: $localize`:@@access.simulateClearance:die Person wäre anders ermächtigt` },
  ];

  private readonly api = inject(Api);

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async ask(): Promise<void> {
    if (this.state() === 'busy' || !this.person() || !this.aktenzeichen().trim()) return;
    this.state.set('busy');
    this.answer.set(null);
    const change = await this.simulated();
    const input = { personId: this.person(), aktenzeichen: this.aktenzeichen().trim(), change };
    const answer = isRefusal(change) ? change : await this.api.post<WhyAnswer>('access/why', input);
    this.state.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) this.answer.set(answer);
  }

  private async simulated(): Promise<SimulatedChange | Refusal | null> {
    const personId = this.person();
    if (this.change() === 'clearance') {
      return { kind: 'clearance', personId, stufe: this.stufe() as Vertraulichkeitsstufe };
    }
    if (this.change() !== 'grantRule') return null;
    const path = `access/places/${encodeURIComponent(this.kennzeichen().trim() || '-')}`;
    const position = await this.api.get<AccessPosition>(path);
    if (isRefusal(position)) return position;
    return {
      kind: 'grantRule',
      place: { kind: 'aktenplaneinheit', id: position.id },
      subject: { kind: 'person', id: personId },
      right: this.right() as AccessRight,
    };
  }
}

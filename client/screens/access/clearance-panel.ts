import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { AccessRules, Vertraulichkeitsstufe } from '../../../server/contract/access-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { STUFEN, stufeText } from './words.js';

type KnownPerson = AccessRules['people'][number];

/** Up to which Vertraulichkeitsstufe each person may see records at all. */
@Component({
  selector: 'lm-clearance-panel',
  imports: [Button, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table>
      <thead>
        <tr>
          <th scope="col" i18n="@@access.person">Person</th>
          <th scope="col" i18n="@@access.clearance">Ermächtigt bis</th>
          <th scope="col"><span class="visually-hidden" i18n="@@access.acts">Handlungen</span></th>
        </tr>
      </thead>
      <tbody>
        @for (person of known().people; track person.id) {
          <tr>
            <th scope="row">
              {{ person.name }} <span class="muted">{{ person.unit }}</span>
            </th>
            <td>{{ stufeText(person.clearance) }}</td>
            <td class="number">
              @if (session.may('access.clear')) {
                <button lmButton type="button" [attr.aria-label]="label + ': ' + person.name" (click)="open(person)">
                  {{ label }}
                </button>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (chosen(); as person) {
      <lm-reason-sheet
        act="access.setClearance"
        [effect]="effect"
        [state]="state()"
        [refusal]="refusal()"
        (closed)="chosen.set(null)"
        (confirmed)="clear(person, $event)"
      >
        <p>
          <strong>{{ person.name }}</strong>
        </p>
        <lm-field label="Ermächtigt bis" i18n-label="@@access.clearance">
          <lm-select [options]="stufen" [value]="stufe()" (valueChange)="stufe.set($event)" />
        </lm-field>
      </lm-reason-sheet>
    }`,
  styleUrl: './panel.css',
})
export class ClearancePanel {
  readonly known = input.required<AccessRules>();
  readonly changed = output();

  protected readonly session = inject(Session);
  protected readonly label = inject(Language).pick(ACTS['access.setClearance'].label);
  protected readonly stufen = STUFEN;
  protected readonly stufeText = stufeText;
  protected readonly chosen = signal<KnownPerson | null>(null);
  protected readonly stufe = signal('offen');
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly effect = $localize`:@@access.clearanceEffect:Die Person sieht, was Regeln ihr geben, bis zu dieser Stufe und nichts darüber.`;

  private readonly acts = inject(Acts);

  protected open(person: KnownPerson): void {
    this.refusal.set(null);
    this.stufe.set(person.clearance);
    this.chosen.set(person);
  }

  protected async clear({ id: personId, name }: KnownPerson, reason: string): Promise<void> {
    this.state.set('busy');
    const input = { personId, stufe: this.stufe() as Vertraulichkeitsstufe, reason };
    const answer = await this.acts.run('access.setClearance', input, name);
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.chosen.set(null);
    this.changed.emit();
  }
}

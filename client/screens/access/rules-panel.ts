import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type {
  AccessPlace,
  AccessPosition,
  AccessRight,
  AccessRuleRow,
  AccessRules,
  AccessSubject,
} from '../../../server/contract/access-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { SubjectField } from './subject-field.js';
import { RIGHTS, rightText } from './words.js';

/** Every rule on the Aktenplan, a new one, and the way back of each. */
@Component({
  selector: 'lm-rules-panel',
  imports: [Button, Control, EmptyState, Field, RefusalAlert, Select, SubjectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (session.may('access.manage')) {
      <form class="form" (submit)="$event.preventDefault(); grant()">
        <lm-field
          label="Kennzeichen im Aktenplan"
          i18n-label="@@access.kennzeichen"
          hint="Leer: der ganze Aktenplan"
          i18n-hint="@@access.wholePlan"
        >
          <input lmControl type="text" autocomplete="off" maxlength="50" [value]="part()" (input)="take($event)" />
        </lm-field>
        <lm-subject-field [known]="known()" (subjectChange)="subject.set($event)" />
        <lm-field label="Recht" i18n-label="@@access.right">
          <lm-select [options]="rights" [value]="right()" (valueChange)="right.set($event)" />
        </lm-field>
        <button lmButton type="submit" kind="primary" [state]="subject() === null ? 'blocked' : asking.state()">
          {{ grantLabel }}
        </button>
      </form>
    }
    <div role="status">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
    </div>
    @if (known().rules.length === 0) {
      <lm-empty-state icon="rule" heading="Keine Regel: niemand sieht etwas." i18n-heading="@@access.noRules" />
    } @else {
      <table>
        <thead>
          <tr>
            <th scope="col" i18n="@@access.place">Stelle</th>
            <th scope="col" i18n="@@access.subject">Wer</th>
            <th scope="col" i18n="@@access.right">Recht</th>
            <th scope="col"><span class="visually-hidden" i18n="@@access.acts">Handlungen</span></th>
          </tr>
        </thead>
        <tbody>
          @for (rule of known().rules; track rule.id) {
            <tr>
              <th scope="row">{{ language.pick(rule.place) }}</th>
              <td>{{ language.pick(rule.subject) }}</td>
              <td>{{ rightText(rule.right) }}</td>
              <td class="number">
                @if (session.may('access.manage')) {
                  <button
                    lmButton
                    type="button"
                    [attr.aria-label]="withdrawLabel + ': ' + nameOf(rule)"
                    (click)="withdraw(rule)"
                  >
                    {{ withdrawLabel }}
                  </button>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }`,
  styleUrl: './panel.css',
})
export class RulesPanel {
  readonly known = input.required<AccessRules>();
  readonly changed = output();

  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly rights = RIGHTS;
  protected readonly rightText = rightText;
  protected readonly grantLabel = this.language.pick(ACTS['access.grantRule'].label);
  protected readonly withdrawLabel = this.language.pick(ACTS['access.withdrawRule'].label);
  protected readonly part = signal('');
  protected readonly subject = signal<AccessSubject | null>(null);
  protected readonly right = signal('read');
  protected readonly asking = new Asking();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);

  protected take(event: Event): void {
    this.part.set((event.target as HTMLInputElement).value);
  }

  protected nameOf(rule: AccessRuleRow): string {
    return `${this.language.pick(rule.subject)}, ${this.language.pick(rule.place)}`;
  }

  protected async grant(): Promise<void> {
    const subject = this.subject();
    if (subject === null) return;
    const given = { subject, right: this.right() as AccessRight };
    const answer = await this.asking.ask(async () => {
      const place = await this.place();
      if (isRefusal(place)) return place;
      return this.acts.run('access.grantRule', { place, ...given }, this.part().trim() || '*');
    });
    if (answer) this.changed.emit();
  }

  protected async withdraw(rule: AccessRuleRow): Promise<void> {
    const withdrawn = () => this.acts.run('access.withdrawRule', { ruleId: rule.id }, this.nameOf(rule));
    if (await this.asking.ask(withdrawn)) this.changed.emit();
  }

  private async place(): Promise<AccessPlace | Refusal> {
    const kennzeichen = this.part().trim();
    if (!kennzeichen) return { kind: 'plan' };
    const position = await this.api.get<AccessPosition>(`access/places/${encodeURIComponent(kennzeichen)}`);
    return isRefusal(position) ? position : { kind: 'aktenplaneinheit', id: position.id };
  }
}

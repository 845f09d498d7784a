import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccessRules } from '../../../server/contract/access-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

/** Lets one person read the Vorgang up to a day. */
@Component({
  selector: 'lm-temporary-sheet',
  imports: [DateField, Field, ReasonSheet, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="access.grantTemporaryRight"
    [effect]="effect"
    [state]="person() === '' || until() === '' || judged() === 'wrong' ? 'blocked' : asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="grant($event)"
  >
    <lm-field label="Person" i18n-label="@@access.person">
      <lm-select
        [options]="people()"
        [value]="person()"
        placeholder="Bitte wählen"
        i18n-placeholder="@@access.choose"
        (valueChange)="person.set($event)"
      />
    </lm-field>
    <lm-date-field
      label="Letzter Tag"
      i18n-label="@@access.lastDay"
      [value]="until()"
      [today]="today"
      [format]="date"
      (valueChange)="until.set($event)"
      (judged)="judged.set($event)"
    />
  </lm-reason-sheet>`,
})
export class TemporarySheet {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly date = date;
  protected readonly today = dayOf(inject(Session).now());
  protected readonly known = liveView<AccessRules>(() => 'access/rules', []);
  protected readonly people = computed<readonly SelectOption[]>(() =>
    (this.known.value()?.people ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` })),
  );
  protected readonly person = signal('');
  protected readonly until = signal('');
  protected readonly judged = signal<'right' | 'wrong'>('right');
  protected readonly asking = new Asking();
  protected readonly effect = $localize`:@@access.temporaryEffect:Die Person liest diesen Vorgang und keinen anderen der Akte. Das Recht endet von selbst.`;

  protected async grant(reason: string): Promise<void> {
    const { id: vorgangId, aktenzeichen } = this.vorgang();
    const input = { vorgangId, personId: this.person(), until: this.until(), reason };
    const answer = await this.asking.ask(() => this.acts.run('access.grantTemporaryRight', input, aktenzeichen));
    if (!answer) return;
    this.toasts.show($localize`:@@access.temporaryDone:Leserecht erteilt: ${aktenzeichen}:aktenzeichen:`);
    this.done.emit();
  }
}

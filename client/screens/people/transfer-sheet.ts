import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS, type ActInput } from '../../../server/contract/acts.js';
import type { OpenWork, TransferPerson } from '../../../server/contract/transfer-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** What lies with somebody who leaves, in figures, and where each kind goes; then it is tried as a batch. */
@Component({
  selector: 'lm-transfer-sheet',
  imports: [Alert, Button, Checkbox, Control, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './transfer-sheet.html',
})
export class TransferSheet {
  readonly person = input.required<TransferPerson>();
  readonly closed = output();
  /** Id of the batch. */
  readonly planned = output<string>();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly work = liveView<OpenWork>(() => `people/${this.person().id}/work`, []);
  protected readonly label = this.language.pick(ACTS['stapel.planTransfer'].label);
  protected readonly to = signal('group');
  protected readonly targets = computed<readonly SelectOption[]>(() => [
    { value: 'group', label: $localize`:@@people.toGroup:zurück an die Gruppe` },
    { value: 'nobody', label: $localize`:@@people.toNobody:liegen lassen` },
    ...(this.work.value()?.recipients ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` })),
  ]);
  protected readonly checkouts = signal(true);
  protected readonly vertretungen = signal(true);
  protected readonly off = signal(false);

  protected async plan(reason: string): Promise<void> {
    const { id: personId, name, active } = this.person();
    const wish = {
      ...{ personId, reason },
      aufgaben: targetOf(this.to()),
      checkouts: this.checkouts() ? ('release' as const) : ('keep' as const),
      vertretungen: this.vertretungen() ? ('end' as const) : ('keep' as const),
    };
    const answer = await this.asking.ask(() => this.acts.run('stapel.planTransfer', wish, name));
    if (!answer) return;
    if (this.off() && active) {
      const off = await this.asking.ask(() => this.acts.run('identity.switchOff', { personId, reason }, name));
      if (!off) return;
    }
    this.planned.emit(answer.stapelId);
  }
}

/** Where the Aufgaben go: the value of the list is one of two words, or the id of a person. */
function targetOf(to: string): ActInput<'stapel.planTransfer'>['aufgaben'] {
  return to === 'group' || to === 'nobody' ? { to } : { to: 'person', personId: to };
}

import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
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
import { RecipientFinder, type Recipient } from '../shared/recipient-finder.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** What lies with somebody who leaves, in figures, and where each kind goes; then it is tried as a batch. */
@Component({
  selector: 'lm-transfer-sheet',
  imports: [Alert, Button, Checkbox, Control, Dialog, Field, RecipientFinder, RefusalAlert, Select],
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
  protected readonly targets: readonly SelectOption[] = [
    { value: 'group', label: $localize`:@@people.toGroup:zurück an die Gruppe` },
    { value: 'nobody', label: $localize`:@@people.toNobody:liegen lassen` },
    { value: 'person', label: $localize`:@@people.toPerson:an eine andere Person` },
  ];
  protected readonly receiver = signal<Recipient | null>(null);
  protected readonly missing = signal<string | null>(null);
  protected readonly checkouts = signal(true);
  protected readonly vertretungen = signal(true);
  protected readonly off = signal(false);

  protected async plan(reason: string): Promise<void> {
    const { id: personId, name, active } = this.person();
    const to = targetOf(this.to(), this.receiver());
    this.missing.set(to ? null : $localize`:@@handover.missing:Bitte wählen Sie eine Person.`);
    if (!to) return;
    const wish = {
      ...{ personId, reason },
      aufgaben: to,
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

/** Where the Aufgaben go; null where nobody is chosen yet. */
function targetOf(to: string, receiver: Recipient | null): ActInput<'stapel.planTransfer'>['aufgaben'] | null {
  if (to === 'group' || to === 'nobody') return { to };
  return receiver && { to: 'person', personId: receiver.id };
}

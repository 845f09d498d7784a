import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../../server/contract/acts.js';
import type { AufbewahrungView, SperreView } from '../../../../server/contract/aufbewahrung-views.js';
import { Language } from '../../../live/language.js';
import { liveView } from '../../../live/live-view.js';
import { Session } from '../../../live/session.js';
import { Button } from '../../../ui/button/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Skeleton } from '../../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';
import { AufbewahrungFacts } from './aufbewahrung-facts.js';
import { LiftSperre } from './lift-sperre.js';
import { RecordEvent } from './record-event.js';
import { SetFrist } from './set-frist.js';
import { SetSperre } from './set-sperre.js';

/** The sheet of one Vorgang: its period, who says it, what keeps it besides, and the acts on all of that. */
@Component({
  selector: 'lm-aufbewahrung',
  imports: [AufbewahrungFacts, Button, Dialog, LiftSperre, RecordEvent, RefusalAlert, SetFrist, SetSperre, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aufbewahrung.html',
})
export class Aufbewahrung {
  readonly vorgangId = input.required<string>();
  readonly closed = output();
  /** Something about the Vorgang has changed. */
  readonly changed = output();

  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly view = liveView<AufbewahrungView>(
    () => `vorgaenge/${this.vorgangId()}/aufbewahrung`,
    ['vorgang', 'aussonderung', 'clock'],
  );
  protected readonly step = signal<'facts' | 'frist' | 'event' | 'sperre' | SperreView>('facts');
  protected readonly labels = {
    frist: this.language.pick(ACTS['aussonderung.setAufbewahrungsfrist'].label),
    event: this.language.pick(ACTS['aussonderung.recordEvent'].label),
    sperre: this.language.pick(ACTS['aussonderung.setSperre'].label),
  };

  /** The Sperre that is to be lifted, if that is the step. */
  protected lifted(): SperreView | null {
    const step = this.step();
    return typeof step === 'string' ? null : step;
  }

  protected async done(): Promise<void> {
    this.step.set('facts');
    this.changed.emit();
    await this.view.reload();
  }
}

import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { IncidentRow } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { clockTime, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';

/** Where running instances wait for help: what happened, where, and the act that lets the step run again. */
@Component({
  selector: 'lm-incident-list',
  imports: [Button, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="head">
      <h2 i18n="@@modeler.incidents">Störungen</h2>
      <lm-tag tone="danger">{{ incidents().length }}</lm-tag>
    </div>
    <ul>
      @for (incident of incidents(); track incident.key) {
        <li>
          <span class="muted">{{ date(incident.at) }}, {{ time(incident.at) }}</span>
          <span
            ><strong class="reference">{{ incident.aktenzeichen }}</strong> {{ language.pick(incident.message) }}</span
          >
          <button type="button" class="link" (click)="chosen.emit(incident.elementId)">
            {{ names().get(incident.elementId) ?? incident.elementId }}
          </button>
          @if (session.may('process.deploy')) {
            <button lmButton type="button" size="small" [state]="state()" (click)="retry(incident)">{{ label }}</button>
          }
        </li>
      }
    </ul>`,
  styleUrls: ['../modeler/finding-list.css', './incident-list.css'],
})
export class IncidentList {
  readonly incidents = input.required<readonly IncidentRow[]>();
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  readonly chosen = output<string>();
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly label = this.language.pick(ACTS['workflow.resolveIncident'].label);
  protected readonly date = date;
  protected readonly time = clockTime;
  protected readonly state = signal<'ready' | 'busy'>('ready');

  protected async retry({ key, elementId }: IncidentRow): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    const name = this.names().get(elementId) ?? elementId;
    const answer = await this.acts.run('workflow.resolveIncident', { incidentKey: key }, name);
    this.state.set('ready');
    if (isRefusal(answer))
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
    else this.toasts.show($localize`:@@modeler.retried:${name}:step: läuft wieder an.`);
    this.changed.emit();
  }
}

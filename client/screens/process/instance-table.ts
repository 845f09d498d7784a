import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { StandingInstance } from '../../../server/contract/process-views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { duration } from '../../locale/duration.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Tag } from '../../ui/tag/tag.js';

/** What a person may do to one instance; each opens a review of its own. */
export type Operation = 'cancel' | 'move' | 'migrate';

/** Running instances: where each stands and since when, and what can be done about it. */
@Component({
  selector: 'lm-instance-table',
  imports: [MenuButton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table>
    <caption class="visually-hidden" i18n="@@monitor.instancesCaption">
      Laufende Vorgänge nach dieser Fassung, gestörte zuerst
    </caption>
    <thead>
      <tr>
        <th scope="col" i18n="@@monitor.vorgang">Vorgang</th>
        <th scope="col" i18n="@@monitor.standsAt">steht bei</th>
        <th scope="col" class="number" i18n="@@monitor.age">läuft seit</th>
        <th scope="col"><span class="visually-hidden" i18n="@@monitor.operations">Eingriffe</span></th>
      </tr>
    </thead>
    <tbody>
      @for (instance of instances(); track instance.instanceKey) {
        <tr>
          <th scope="row">
            <span class="reference">{{ nameOf(instance) }}</span>
            @if (instance.incidents.length > 0) {
              <lm-tag surface="bare" tone="danger" i18n="@@path.stopped">Störung</lm-tag>
            }
          </th>
          <td>
            @for (token of instance.tokens; track token.elementKey) {
              <span class="token"
                >{{ names().get(token.elementId) ?? token.elementId }}
                @if (token.since; as since) {
                  <span class="time">{{ age(since) }}</span>
                }
              </span>
            }
          </td>
          <td class="number">{{ age(instance.startedAt) }}</td>
          <td class="number">
            <lm-menu-button
              icon="more-horiz"
              [label]="menuLabel(instance)"
              [items]="itemsFor(instance)"
              (chosen)="operate.emit({ instance, operation: $event })"
            />
          </td>
        </tr>
      } @empty {
        <tr>
          <td class="muted" colspan="4" i18n="@@monitor.noInstance">Hier läuft gerade kein Vorgang.</td>
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './process-table.css',
})
export class InstanceTable {
  readonly instances = input.required<readonly StandingInstance[]>();
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  readonly operate = output<{ instance: StandingInstance; operation: Operation }>();

  private readonly session = inject(Session);
  private readonly language = inject(Language);

  protected nameOf({ aktenzeichen, instanceKey }: StandingInstance): string {
    return aktenzeichen ?? $localize`:@@monitor.withoutVorgang:ohne Vorgang (${instanceKey}:key:)`;
  }

  protected menuLabel(instance: StandingInstance): string {
    return $localize`:@@monitor.operateOn:Eingriffe: ${this.nameOf(instance)}:object:`;
  }

  protected age(since: string): string {
    return duration(Math.max(0, this.session.now().getTime() - Date.parse(since)));
  }

  protected itemsFor({ engine, parentKey }: StandingInstance): readonly MenuItem<Operation>[] {
    const away =
      engine === 'zeebe'
        ? { state: 'blocked' as const, note: $localize`:@@monitor.onZeebe:läuft auf Zeebe` }
        : undefined;
    const called =
      parentKey === null
        ? undefined
        : {
            state: 'blocked' as const,
            note: $localize`:@@monitor.called:endet nur mit dem Ablauf, der ihn aufgerufen hat`,
          };
    const label = (name: 'workflow.modifyInstance' | 'workflow.migrateInstance' | 'workflow.cancelInstance') =>
      this.language.pick(ACTS[name].label);
    return [
      { id: 'move', label: label('workflow.modifyInstance'), icon: 'forward', ...away },
      { id: 'migrate', label: label('workflow.migrateInstance'), icon: 'update', ...away },
      { id: 'cancel', label: label('workflow.cancelInstance'), icon: 'stop-circle', ...called },
    ];
  }
}

import { ChangeDetectionStrategy, Component, model, signal } from '@angular/core';
import type { VorlagePosition } from '../../../server/contract/vorlage-views.js';
import { Button } from '../../ui/button/button.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';

/** Where a template is offered: positions of the Aktenplan, each with all below it. */
@Component({
  selector: 'lm-position-list',
  imports: [Button, Plan],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset>
    <legend i18n="@@vorlage.positions">Wird angeboten an diesen Stellen und darunter</legend>
    <ul>
      @for (position of positions(); track position.id) {
        <li>
          <span>{{ position.kennzeichen }} {{ position.titel }}</span>
          <button
            lmButton
            type="button"
            size="small"
            [attr.aria-label]="removeWords(position)"
            (click)="remove(position.id)"
            i18n="@@dokument.remove"
          >
            Herausnehmen
          </button>
        </li>
      } @empty {
        <li class="muted" i18n="@@vorlage.everywhere">überall</li>
      }
    </ul>
    @if (choosing() === 'yes') {
      <lm-plan shown="plan" (chosen)="add($event)" />
      <button lmButton type="button" size="small" (click)="choosing.set('no')" i18n="@@vorlage.chosenAll">
        Fertig
      </button>
    } @else {
      <button lmButton type="button" size="small" (click)="choosing.set('yes')" i18n="@@vorlage.addPosition">
        Stelle hinzufügen
      </button>
    }
  </fieldset>`,
  styles: `
    fieldset {
      margin: 0;
      padding: 8px 12px 12px;
      border: 1px solid var(--line);
      border-radius: 6px;
    }
    legend {
      font: 600 0.8125rem/1.125rem var(--font);
    }
    ul {
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      min-height: 32px;
    }
    lm-plan {
      height: 30vh;
      margin-bottom: 8px;
    }
  `,
})
export class PositionList {
  readonly positions = model.required<readonly VorlagePosition[]>();
  protected readonly choosing = signal<'no' | 'yes'>('no');

  protected removeWords({ kennzeichen }: VorlagePosition): string {
    return $localize`:@@vorlage.removePosition:${kennzeichen}:kennzeichen: herausnehmen`;
  }

  protected add(entry: PlanEntry | null): void {
    if (entry?.kind !== 'einheit') return;
    const { id, kennzeichen, titel } = entry.row;
    if (this.positions().some((known) => known.id === id)) return;
    this.positions.update((known) => [...known, { id, kennzeichen, titel }]);
  }

  protected remove(id: string): void {
    this.positions.update((known) => known.filter((position) => position.id !== id));
  }
}

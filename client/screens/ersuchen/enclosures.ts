import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import { date } from '../../locale/format.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';

/** The Dokumente of a Vorgang that can go along as copies; drafts and what somebody has checked out cannot, and say so. */
@Component({
  selector: 'lm-enclosures',
  imports: [Checkbox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset>
    <legend class="section-title" i18n="@@ersuchen.copies">Als Kopie mitgeben</legend>
    @for (dokument of dokumente(); track dokument.id) {
      <div class="line">
        <lm-checkbox
          [checked]="chosen().has(dokument.id)"
          [disabled]="!goes(dokument)"
          (checkedChange)="set(dokument.id, $event)"
        >
          {{ dokument.betreff }}
        </lm-checkbox>
        <span class="muted">
          @if (dokument.state === 'entwurf') {
            <ng-container i18n="@@ersuchen.draft">Entwurf</ng-container>
          } @else if (dokument.checkout; as checkout) {
            <ng-container i18n="@@ersuchen.checkedOut">in Bearbeitung: {{ checkout.person }}</ng-container>
          } @else if (dokument.date) {
            {{ day(dokument.date) }}
          }
        </span>
      </div>
    } @empty {
      <p class="muted" i18n="@@ersuchen.noDokumente">Im Vorgang liegt noch kein Dokument.</p>
    }
  </fieldset>`,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 4px 16px;
      padding: 2px 0;
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class Enclosures {
  readonly register = input.required<readonly DokumentView[]>();
  /** Ids of what goes along. */
  readonly chosen = model<ReadonlySet<string>>(new Set());

  protected readonly day = date;
  protected readonly dokumente = computed(() => this.register().filter(({ state }) => state !== 'verworfen'));

  protected goes({ state, checkout }: DokumentView): boolean {
    return state === 'gueltig' && checkout === null;
  }

  protected set(id: string, goes: boolean): void {
    const chosen = new Set(this.chosen());
    if (goes) chosen.add(id);
    else chosen.delete(id);
    this.chosen.set(chosen);
  }
}

import { ChangeDetectionStrategy, Component, output, signal } from '@angular/core';
import type { DokumentvorlagePage } from '../../../server/contract/vorlage-views.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

const SHOWN = 8;

/** Finds the Dokumentvorlage of one part by typing; a click takes it. */
@Component({
  selector: 'lm-pick-part',
  imports: [Button, Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field label="Dokumentvorlage" i18n-label="@@vorlage.dokument">
      <input lmControl type="search" autocomplete="off" maxlength="120" (input)="typed.set(textOf($event))" />
    </lm-field>
    <div class="found">
      @for (row of page.value()?.items?.slice(0, shown) ?? []; track row.id) {
        @if (row.active) {
          <button lmButton type="button" size="small" (click)="chosen.emit(row)">{{ row.name }}</button>
        }
      } @empty {
        <p class="muted" i18n="@@vorlage.noneFound">Keine Vorlage gefunden.</p>
      }
    </div>`,
  styles: `
    .found {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      padding: 8px 0;
    }
  `,
})
export class PickPart {
  readonly chosen = output<{ id: string; name: string }>();
  protected readonly shown = SHOWN;
  protected readonly typed = signal('');
  protected readonly page = liveView<DokumentvorlagePage>(
    () => `vorlagen/dokumente?q=${encodeURIComponent(this.typed().trim())}`,
    [],
  );

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { KeyMap } from '../../ui/keys/key-map.js';

/** `?`: every key of the screen in view, and the switch for single letters. */
@Component({
  selector: 'lm-key-help',
  imports: [Checkbox, Dialog, KeyHint],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Tasten" i18n-heading="@@frame.keys" (closed)="closed.emit()">
    <div class="columns">
      <section>
        <h3 class="section-title" i18n="@@keys.here">In diesem Bereich</h3>
        <dl>
          @for (binding of here(); track binding.key) {
            <div>
              <dt>{{ binding.label }}</dt>
              <dd>
                <lm-key-hint [keys]="binding.key" /><span class="visually-hidden">{{ binding.key }}</span>
              </dd>
            </div>
          }
        </dl>
      </section>
      <section>
        <h3 class="section-title" i18n="@@keys.everywhere">Überall</h3>
        <dl>
          @for (binding of everywhere; track binding.key) {
            <div>
              <dt>{{ binding.label }}</dt>
              <dd>
                <lm-key-hint [keys]="binding.key" /><span class="visually-hidden">{{ binding.key }}</span>
              </dd>
            </div>
          }
        </dl>
      </section>
    </div>
    <lm-checkbox [checked]="map.letters() === 'on'" (checkedChange)="map.switchLetters($event ? 'on' : 'off')">
      <ng-container i18n="@@keys.letters">Einzelne Buchstaben als Tasten (nie in Eingabefeldern)</ng-container>
    </lm-checkbox>
  </lm-dialog>`,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 32px;
      margin-bottom: 20px;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 6px 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    @media (max-width: 600px) {
      .columns {
        grid-template-columns: 1fr;
        gap: 16px;
      }
    }
  `,
})
export class KeyHelp {
  readonly closed = output();

  protected readonly map = inject(KeyMap);
  protected readonly here = computed(() => this.map.bindings());
  protected readonly everywhere = [
    { key: 'Control+k', label: $localize`:@@keys.palette:Suchen und Befehle` },
    { key: 'F6', label: $localize`:@@keys.pane:nächster Bereich` },
    { key: 'Shift+F6', label: $localize`:@@keys.paneBack:voriger Bereich` },
    { key: '?', label: $localize`:@@keys.all:alle Tasten` },
    { key: 'Escape', label: $localize`:@@keys.escape:schließen, zurück` },
  ];
}

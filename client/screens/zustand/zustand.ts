import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Pane } from '../../ui/pane/pane.js';
import { BarriereList } from './barriere-list.js';
import { Installation } from './installation.js';

/** „Läuft alles?“ for the administration of a Mandant. */
@Component({
  selector: 'lm-zustand',
  imports: [BarriereList, Installation, Pane],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="panel-page">
    <header class="screen-head">
      <div>
        <h1 i18n="@@screen.zustand">Zustand</h1>
        <p class="muted" i18n="@@zustand.subtitle">
          Läuft alles? Was fehlt der Einrichtung, und was meldet der Server?
        </p>
      </div>
    </header>
    <section class="pane" lmPane="Zustand" i18n-lmPane="@@screen.zustand">
      <div class="panel" tabindex="0" role="region" aria-label="Zustand" i18n-aria-label="@@screen.zustand">
        <lm-barriere-list />
        <lm-installation address="zustand" />
      </div>
    </section>
  </div>`,
  styleUrl: '../shared/panel-page.css',
})
export class Zustand {}

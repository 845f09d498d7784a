import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { DokumentPlaceView, OwnDokumente } from '../../../server/contract/dokument-views.js';
import { Api } from '../../live/api.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Pane } from '../../ui/pane/pane.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { OutsideList } from './outside-list.js';
import { OwnList } from './own-list.js';

type List = 'eigene' | 'unlinked' | 'bin';

/** What lies in no register: what one has in hand, what waits for a Vorgang, and the bin. Its addresses lead to Dokumente. */
@Component({
  selector: 'lm-dokumente',
  imports: [OutsideList, OwnList, Pane, RefusalAlert, Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="pane" lmPane="Dokumente" i18n-lmPane="@@screen.dokumente">
    <h1 class="visually-hidden" i18n="@@screen.dokumente">Dokumente</h1>
    <div class="pane-head">
      <lm-tabs name="dokumente" label="Listen" i18n-label="@@inbox.lists" [tabs]="tabs()" [(selected)]="list" />
    </div>
    <div
      class="pane-body"
      id="dokumente-panel"
      role="tabpanel"
      tabindex="0"
      [attr.aria-labelledby]="'dokumente-tab-' + list()"
    >
      @if (refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      @if (list() === 'eigene') {
        @if (own.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        } @else if (own.value(); as shown) {
          <lm-own-list [own]="shown" (changed)="own.reload()" />
        }
      } @else if (list() === 'unlinked') {
        <lm-outside-list place="unlinked" />
      } @else {
        <lm-outside-list place="bin" />
      }
    </div>
  </section>`,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
  `,
})
export class Dokumente {
  /** Id of a Dokument: the address leads on to where it lies. */
  readonly id = input('');

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly list = signal<List>('eigene');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly own = liveView<OwnDokumente>(
    () => (this.session.may('dokument.write') ? 'dokumente/eigene' : null),
    ['vorgang'],
  );
  protected readonly tabs = computed<readonly Tab<List>[]>(() => {
    const own = this.own.value();
    return [
      {
        id: 'eigene',
        label: $localize`:@@dokumente.own:In meiner Hand`,
        ...(own ? { count: own.checkedOut.length + own.taken.length + own.uploads.length } : {}),
      },
      { id: 'unlinked', label: $localize`:@@dokumente.unlinked:Ohne Vorgang` },
      { id: 'bin', label: $localize`:@@dokumente.bin:Papierkorb` },
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      if (id !== '') untracked(() => void this.follow(id));
    });
  }

  private async follow(id: string): Promise<void> {
    const found = await this.api.get<DokumentPlaceView>(`dokumente/${encodeURIComponent(id)}`);
    if (isRefusal(found)) return this.refusal.set(found);
    if (found.place !== 'register') {
      this.list.set(found.place);
      await this.router.navigate(['dokumente'], { replaceUrl: true });
    } else {
      await this.router.navigate(['akten', found.vorgangId], { queryParams: { dokument: id }, replaceUrl: true });
    }
  }
}

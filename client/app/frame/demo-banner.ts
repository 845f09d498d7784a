import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Acts } from '../../live/acts.js';
import { LiveStream } from '../../live/live-stream.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { longDate } from '../../locale/format.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Language } from '../../live/language.js';

/** Says on every page that nothing here is real; administrators may move the demo's clock from here. */
@Component({
  selector: 'lm-demo-banner',
  imports: [MenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'note' },
  template: `<span>
      <strong>{{ session.view()?.mandant?.name }}</strong>:
      <ng-container i18n="@@demo.note">Vorführdaten, alles erfunden.</ng-container>
    </span>
    <span class="spacer"></span>
    @if (session.may('demo.moveClock')) {
      <lm-menu-button label="Uhr der Vorführung" i18n-label="@@demo.clock" [items]="steps" (chosen)="move($event)">
        {{ today() }}
      </lm-menu-button>
    } @else {
      <span>{{ today() }}</span>
    }`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      flex: none;
      min-height: 28px;
      padding: 0 16px 0 var(--inset);
      border-bottom: 1px solid var(--line);
      background: var(--info-tint);
      font-size: 0.75rem;
      line-height: 1rem;
    }
    /* The day stays in one line, but for telephones that are narrower than that (WCAG 1.4.10: 320 px). */
    @media (min-width: 361px) {
      lm-menu-button {
        white-space: nowrap;
      }
    }
    strong {
      font-weight: 600;
    }
    @media (max-width: 760px) {
      :host {
        gap: 4px;
        padding-right: 4px;
      }
      span:last-child {
        display: none;
      }
    }
  `,
})
export class DemoBanner {
  protected readonly session = inject(Session);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly busy = signal(false);

  protected readonly today = computed(() => {
    this.session.view();
    return longDate(this.session.now());
  });
  protected readonly steps: readonly MenuItem[] = [
    {
      id: '1',
      label: $localize`:@@demo.day:1 Tag vorstellen`,
      icon: 'update',
      section: $localize`:@@demo.clock:Uhr der Vorführung`,
    },
    { id: '7', label: $localize`:@@demo.week:1 Woche vorstellen`, icon: 'update' },
    { id: '366', label: $localize`:@@demo.year:1 Jahr vorstellen`, icon: 'update' },
    { id: '4018', label: $localize`:@@demo.elevenYears:11 Jahre vorstellen`, icon: 'update' },
  ];

  constructor() {
    // Somebody may move the clock in another browser: the day must change here too.
    const stop = inject(LiveStream).listen((change) => {
      if (change === 'everything' || change.noun === 'clock') void this.session.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected async move(days: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.acts.run('demo.moveClock', { days: Number(days) }, this.today());
    this.busy.set(false);
    await this.session.load();
    if (isRefusal(answer)) this.toasts.show(this.language.pick(answer.message));
    else this.toasts.show($localize`:@@demo.moved:Heute ist ${this.today()}:day:.`);
  }
}

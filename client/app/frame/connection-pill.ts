import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { ActSender } from '../../live/act-sender.js';
import { LiveStream } from '../../live/live-stream.js';
import { clockTime } from '../../locale/format.js';
import { Announcer } from '../../ui/toast/announcer.js';

/** What is true about the line to the server, in words: never „Verbunden“ while nothing has been heard. */
@Component({
  selector: 'lm-connection-pill',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'state()' },
  template: `<span class="dot"></span><span class="words">{{ words() }}</span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 0 6px;
      color: var(--muted);
      white-space: nowrap;
    }
    .dot {
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--muted);
    }
    :host(.connected) .dot {
      background: var(--success);
    }
    :host(.offline),
    :host(.held) {
      color: var(--danger);
    }
    :host(.offline) .dot,
    :host(.held) .dot {
      border-radius: 0;
      background: var(--danger);
    }
    @media (max-width: 760px) {
      :host(.connected) .words {
        position: absolute;
        clip-path: inset(50%);
      }
    }
  `,
})
export class ConnectionPill {
  private readonly connection = inject(LiveStream).connection;
  private readonly sender = inject(ActSender);

  /** An act that did not get through knows it before the stream of events does. */
  protected readonly state = computed(() => {
    const { state } = this.connection();
    return state === 'connected' && this.sender.held() > 0 ? 'held' : state;
  });
  protected readonly words = computed(() => {
    const connection = this.connection();
    if (connection.state === 'offline') {
      const since = $localize`:@@connection.offline:Offline seit ${clockTime(connection.since)}:time:`;
      return this.sender.held() > 0 ? `${since} · ${this.heldWords()}` : since;
    }
    if (this.sender.held() > 0) return this.heldWords();
    if (connection.state === 'connecting') return $localize`:@@connection.connecting:Verbinde …`;
    const count = this.sender.waiting();
    if (count === 1) return $localize`:@@connection.oneWaiting:1 Änderung wird gesendet`;
    if (count > 1) return $localize`:@@connection.manyWaiting:${count}:count: Änderungen werden gesendet`;
    return $localize`:@@connection.connected:Verbunden`;
  });

  /** Only trouble, and its end: each act is sent, and who listens to a screen reader would hear of it between two others. */
  private readonly spoken = linkedSignal<{ readonly state: string; readonly words: string }, string>({
    source: () => ({ state: this.state(), words: this.words() }),
    computation: ({ state, words }, before) => {
      if (state === 'offline' || state === 'held') return words;
      const said = before?.value ?? '';
      return said !== '' && state === 'connected' ? $localize`:@@connection.again:Wieder verbunden` : said;
    },
  });

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      const words = this.spoken();
      if (words !== '') announcer.say(words);
    });
  }

  private heldWords(): string {
    const count = this.sender.held();
    if (count === 1) return $localize`:@@connection.oneHeld:1 Änderung wartet`;
    return $localize`:@@connection.manyHeld:${count}:count: Änderungen warten`;
  }
}

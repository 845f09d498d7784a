import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { LiveChange } from '../../server/contract/views.js';
import { Session } from './session.js';

export type Connection = { state: 'connecting' } | { state: 'connected' } | { state: 'offline'; since: Date };
export type Noun = LiveChange['noun'];

/** The server's heartbeat comes every 20 s; two missed ones mean that the line is dead although nobody said so. */
const SILENCE_MS = 45_000;
/** Long enough that a restarting server is not flooded by a whole town hall, short enough to wait for. */
const RETRY_MS = 10_000;

/** The one stream of server-sent events of this page. It never carries data: views read again what is on screen. */
@Injectable({ providedIn: 'root' })
export class LiveStream {
  readonly connection = signal<Connection>({ state: 'connecting' });

  private readonly session = inject(Session);
  private readonly listeners = new Set<(change: LiveChange | 'everything') => void>();
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // By id: a session that was read again is a new object, but no reason for a new line.
    const personId = computed(() => this.session.person()?.id ?? null);
    effect(() => {
      const signedIn = personId() !== null;
      untracked(() => (signedIn ? this.open() : this.close()));
    });
    // The machine has lost its network: nothing has to be waited for to say so.
    addEventListener('offline', () => this.source !== null && this.lost());
    addEventListener('online', () => this.source === null && this.session.person() && this.open());
  }

  /** `everything` comes after a broken line: changes may have been missed. The answer stops listening. */
  listen(listener: (change: LiveChange | 'everything') => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private open(): void {
    this.close();
    const source = new EventSource('/api/live');
    this.source = source;
    source.addEventListener('open', () => this.opened());
    source.addEventListener('heartbeat', () => this.watch());
    source.addEventListener('change', (event: MessageEvent<string>) => {
      this.watch();
      this.tell(JSON.parse(event.data) as LiveChange);
    });
    source.addEventListener('error', () => this.lost());
    this.watch();
  }

  private opened(): void {
    const missed = this.connection().state === 'offline';
    this.connection.set({ state: 'connected' });
    if (missed) this.tell('everything');
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), SILENCE_MS);
  }

  private lost(): void {
    this.close();
    if (this.connection().state !== 'offline') this.connection.set({ state: 'offline', since: new Date() });
    this.timer = setTimeout(() => this.open(), RETRY_MS);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private tell(change: LiveChange | 'everything'): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}

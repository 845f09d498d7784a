import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Api } from './api.js';
import { idempotencyKey } from './idempotency-key.js';
import { LiveStream } from './live-stream.js';
import { isLineBroken, isPassing, isRefusal, NOT_KEPT, NOT_SENT, type Answer } from './refusal.js';
import { Session } from './session.js';

/** Waits before a request is sent again; together short enough that a person still waits for the answer. */
const RETRY_MS = [500, 2_000, 4_000];
/** What waits for the line tries by itself, too: the stream of events may take a minute to notice that it is back. */
const HELD_MS = 5_000;

/** `waits`: an act that can be taken back; it is sent as soon as the line is there again. `final` acts never are. */
export type Patience = 'waits' | 'final';

/** One act until it has its answer. */
interface Sending {
  state: 'sent' | 'held';
  readonly answered: Promise<void>;
}

/**
 * Brings acts to the server, each under one idempotency key: over all its retries, and also when a person presses again after no
 * answer came. So a broken line can neither lose an act nor do it twice. What waits for the line goes in the order in which it
 * was done; it lives as long as the page, which is not left without a question while something waits.
 */
@Injectable({ providedIn: 'root' })
export class ActSender {
  /** Acts on their way, and how many of them wait for the line. */
  readonly waiting = signal(0);
  readonly held = signal(0);

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly sendings = new Set<Sending>();
  /** Keys of acts that got no answer, by what was asked. */
  private readonly unanswered = new Map<string, string>();
  private readonly sleepers = new Set<() => void>();
  private readonly impatient = new Set<() => void>();

  constructor() {
    const { connection } = inject(LiveStream);
    const wake = () => this.sleepers.forEach((wakeUp) => wakeUp());
    effect(() => {
      if (connection().state === 'connected') untracked(wake);
    });
    effect(() => {
      // Whatever was asked in the name of somebody who has left is not asked any more.
      if (this.session.departures() > 0) untracked(() => this.unanswered.clear());
      untracked(wake);
    });
    addEventListener('online', wake);
    addEventListener('beforeunload', (event) => {
      if (this.held() > 0) event.preventDefault();
    });
  }

  async send<Output>(name: string, input: unknown, patience: Patience): Promise<Answer<Output>> {
    const asked = fingerprint(name, input);
    const key = this.unanswered.get(asked) ?? idempotencyKey();
    this.waiting.update((count) => count + 1);
    try {
      const answer = await this.sendInOrder<Output>(`acts/${name}`, input, key, patience);
      if (isRefusal(answer) && isPassing(answer)) this.unanswered.set(asked, key);
      else this.unanswered.delete(asked);
      return answer;
    } finally {
      this.waiting.update((count) => count - 1);
    }
  }

  /** Waits for an answer like somebody who has to go on with it: not while the line is broken. */
  whileConnected<Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> {
    let giveUp = () => {};
    const broken = new Promise<Answer<Value>>((resolve) => (giveUp = () => resolve(NOT_KEPT)));
    this.impatient.add(giveUp);
    if (this.held() > 0) giveUp();
    return Promise.race([answer, broken]).finally(() => this.impatient.delete(giveUp));
  }

  private async sendInOrder<Output>(
    path: string,
    input: unknown,
    key: string,
    patience: Patience,
  ): Promise<Answer<Output>> {
    if (patience === 'final' && this.held() > 0) return NOT_KEPT;
    let answered = () => {};
    const sending: Sending = { state: 'sent', answered: new Promise((resolve) => (answered = resolve)) };
    this.sendings.add(sending);
    try {
      return await this.untilAnswered<Output>({ path, input, key, patience }, sending);
    } finally {
      this.sendings.delete(sending);
      if (sending.state === 'held') this.held.update((count) => count - 1);
      answered();
    }
  }

  private async untilAnswered<Output>(request: Request, sending: Sending): Promise<Answer<Output>> {
    const { path, input, key, patience } = request;
    const departures = this.session.departures();
    const owner = this.session.person()?.id;
    for (let attempt = 0; ; attempt++) {
      if (patience === 'waits') await this.turn(sending);
      const now = this.session.person()?.id;
      if (this.session.departures() !== departures || (now !== undefined && now !== owner)) return NOT_SENT;
      const answer = await this.api.post<Output>(path, input, { 'idempotency-key': key });
      if (!isRefusal(answer) || !isPassing(answer)) return answer;
      // A machine that has lost its network knows it: nobody has to wait for what cannot come.
      const wait = navigator.onLine ? RETRY_MS[attempt] : undefined;
      if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
      else if (patience === 'waits' && isLineBroken(answer)) await this.hold(sending);
      else return isLineBroken(answer) ? NOT_KEPT : answer;
    }
  }

  /** Whatever the line has held up before goes first. */
  private async turn(mine: Sending): Promise<void> {
    for (const earlier of this.sendings) {
      if (earlier === mine) return;
      if (earlier.state === 'sent') continue;
      this.markHeld(mine);
      await earlier.answered;
    }
  }

  private markHeld(sending: Sending): void {
    if (sending.state === 'held') return;
    sending.state = 'held';
    this.held.update((count) => count + 1);
    this.impatient.forEach((giveUp) => giveUp());
  }

  private async hold(sending: Sending): Promise<void> {
    this.markHeld(sending);
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, HELD_MS);
      this.sleepers.add(wake);
    });
  }
}

interface Request {
  readonly path: string;
  readonly input: unknown;
  readonly key: string;
  readonly patience: Patience;
}

/** The same act with the same input is the same request; a password is nothing that is kept, and changes nothing about it. */
function fingerprint(name: string, input: unknown): string {
  return `${name} ${JSON.stringify(input, (key, value: unknown) => (key === 'password' ? undefined : value))}`;
}

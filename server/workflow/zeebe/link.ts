import { logger } from '../../platform/logger.js';
import { isFailure, type Gateway, type GatewayFailure } from './gateway.js';

/**
 * Whether the cluster can be worked with. `strange`: it answers, but does not have the state that our rows are about;
 * nothing is asked of it, and nothing believed.
 */
export type LinkState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'away'; readonly since: Date; readonly reason: string }
  | { readonly kind: 'strange'; readonly since: Date };

/** The one way to the cluster: it knows whether the cluster is there, and comes back by itself when it is. */
export interface Link {
  state(): LinkState;
  /** Asks the cluster. Tries again with growing pauses while it is busy; a call that gets no answer ends the connection. */
  ask<T>(question: (gateway: Gateway) => Promise<T>): Promise<T>;
  /** Resolves as soon as the cluster answers; at once where it does, or where the link is closed. */
  ready(): Promise<void>;
  onReady(action: () => void): void;
  start(): void;
  close(): Promise<void>;
}

export interface LinkParts {
  readonly open: () => Promise<Gateway>;
  readonly now: () => Date;
  /** Whether it is the cluster that we know. */
  readonly recognise: (gateway: Gateway) => Promise<'ours' | 'strange'>;
  /** Number from 0 to 1, so that several servers do not come back in step. */
  readonly random?: () => number;
  readonly reconnectMilliseconds?: number;
}

// Whoever puts a wiped broker right needs minutes.
const STRANGE_FACTOR = 10;
// Backpressure of a broker that catches up is over in a second; then the outbox waits longer (1 s, 4 s, …).
const BUSY_PAUSES = [20, 50, 120, 300, 700];

/**
 * A new client for every try: pollers and channels of the library do not survive a lost connection (its issues 309, 66,
 * 145, 152).
 */
export function createLink(parts: LinkParts): Link {
  const { open, now, recognise, random = Math.random, reconnectMilliseconds = 1_000 } = parts;
  let gateway: Gateway | null = null;
  let state: LinkState = { kind: 'away', since: now(), reason: 'not connected yet' };
  let running: 'yes' | 'no' = 'no';
  let loop: Promise<void> = Promise.resolve();
  let wakeLoop = () => {};
  const actions: (() => void)[] = [];
  const waiting: (() => void)[] = [];

  const lost = (broken: Gateway, failure: GatewayFailure) => {
    if (gateway !== broken) return;
    gateway = null;
    state = { kind: 'away', since: now(), reason: failure.message };
    logger.warn({ reason: failure.message }, 'Zeebe is away');
    void broken.close();
    wakeLoop();
  };
  const found = (fresh: Gateway) => {
    gateway = fresh;
    state = { kind: 'ready' };
    logger.info('Zeebe is ready');
    for (const resume of waiting.splice(0)) resume();
    for (const action of actions) action();
  };
  const connect = async () => {
    const fresh = await open();
    try {
      await fresh.requireLeader();
      if ((await recognise(fresh)) === 'ours') return found(fresh);
      if (state.kind !== 'strange') {
        state = { kind: 'strange', since: now() };
        logger.error('Zeebe does not know what runs on it: wiped, another one, or an older state');
      }
    } catch (error) {
      if (state.kind !== 'away') state = { kind: 'away', since: now(), reason: '' };
      state = { ...state, reason: (error as Error).message };
    }
    void fresh.close();
  };
  const untilNextTry = () => reconnectMilliseconds * (0.5 + random()) * (state.kind === 'strange' ? STRANGE_FACTOR : 1);
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wakeLoop = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    state: () => state,
    ask: async (question) => {
      for (let attempt = 0; ; attempt++) {
        const asked = gateway;
        if (!asked) throw new AwayError();
        try {
          return await question(asked);
        } catch (error) {
          if (isFailure(error, 'away')) lost(asked, error);
          const wait = isFailure(error, 'busy') ? BUSY_PAUSES[attempt] : undefined;
          if (wait === undefined) throw error;
          await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + random())));
        }
      }
    },
    ready: () => {
      if (state.kind === 'ready' || running === 'no') return Promise.resolve();
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
    onReady: (action) => void actions.push(action),
    start: () => {
      running = 'yes';
      loop = (async () => {
        while (running === 'yes') {
          if (!gateway) await connect();
          // While connected nothing is to be done here: `lost` wakes this loop.
          if (running === 'yes') await pause(gateway ? 3_600_000 : untilNextTry());
        }
      })();
    },
    close: async () => {
      running = 'no';
      wakeLoop();
      await loop;
      for (const resume of waiting.splice(0)) resume();
      const open = gateway;
      gateway = null;
      await open?.close();
    },
  };
}

/** Nothing was asked: the cluster is known to be away. */
export class AwayError extends Error {
  constructor() {
    super('nothing was asked');
    this.name = 'Zeebe away';
  }
}

/** Whether a question failed because the cluster is away: known to be, or found to be. */
export function isAway(error: unknown): boolean {
  return error instanceof AwayError || isFailure(error, 'away');
}

import { computed, DestroyRef, effect, inject, signal, type Signal, untracked } from '@angular/core';
import { Api } from './api.js';
import { LiveStream, type Noun } from './live-stream.js';
import { isLineBroken, isRefusal, type Refusal } from './refusal.js';

export interface LiveView<Value> {
  readonly value: Signal<Value | null>;
  readonly refusal: Signal<Refusal | null>;
  /** `waiting` begins 200 ms after the request: a skeleton shown earlier only flickers. */
  readonly state: Signal<'idle' | 'loading' | 'waiting' | 'ready'>;
  reload(): Promise<void>;
}

const SKELETON_MS = 200;
/** One act makes several events; reading once for all of them is enough. */
const THROTTLE_MS = 200;
/** A request that a bad line has lost is asked again before anybody reads of it. */
const RETRY_MS = [500, 2_000];
/** While the server is away: often enough that nobody has to load the page anew, seldom enough for a house that all does so. */
const AGAIN_MS = 10_000;

export interface LiveViewOptions<Value> {
  /** How long changes are collected before the server is asked again; longer where the answer costs it much. */
  readonly throttleMs?: number;
  /** What was read ahead for an address: shown at once, until the answer of the server is there. */
  readonly ahead?: (address: string) => Value | null;
}

/**
 * A read model on screen: read when its address changes, and read again when the server says that one of its nouns
 * changed. The old value stays until the new one is there, also while the server is away; a new address starts empty, or with
 * what was read ahead for it. Call it in an injection context.
 * @param path address below `/api/`, or null while there is nothing to show
 */
export function liveView<Value>(
  path: () => string | null,
  nouns: readonly Noun[],
  { throttleMs = THROTTLE_MS, ahead = () => null }: LiveViewOptions<Value> = {},
): LiveView<Value> {
  const api = inject(Api);
  const value = signal<Value | null>(null);
  const refusal = signal<Refusal | null>(null);
  const state = signal<'idle' | 'loading' | 'waiting' | 'ready'>('idle');
  let abort = new AbortController();
  let throttle: ReturnType<typeof setTimeout> | undefined;

  async function read(address: string): Promise<void> {
    abort.abort();
    const mine = (abort = new AbortController());
    const skeleton = setTimeout(() => state.update((now) => (now === 'loading' ? 'waiting' : now)), SKELETON_MS);
    try {
      let answer = await api.get<Value>(address, mine.signal);
      for (const wait of RETRY_MS) {
        if (!isRefusal(answer) || !isLineBroken(answer)) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
        answer = await api.get<Value>(address, mine.signal);
      }
      if (mine.signal.aborted) return;
      const away = isRefusal(answer) && isLineBroken(answer);
      if (away) setTimeout(() => mine.signal.aborted || void read(address), AGAIN_MS);
      refusal.set(isRefusal(answer) && !(away && value() !== null) ? answer : null);
      if (!isRefusal(answer)) value.set(answer);
      state.set('ready');
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    } finally {
      clearTimeout(skeleton);
    }
  }

  async function reload(): Promise<void> {
    const address = untracked(asked);
    if (address !== null) await read(address);
  }

  // Compared by its text: an address made from a record that was read again is no new one, and what is shown for it stays.
  const asked = computed(path);
  effect(() => {
    const address = asked();
    untracked(() => {
      const known = address === null ? null : ahead(address);
      value.set(known);
      refusal.set(null);
      state.set(address === null ? 'idle' : known === null ? 'loading' : 'ready');
      if (address === null) abort.abort();
      else void read(address);
    });
  });
  const stop = inject(LiveStream).listen((change) => {
    if (change !== 'everything' && !nouns.includes(change.noun)) return;
    throttle ??= setTimeout(() => {
      throttle = undefined;
      void reload();
    }, throttleMs);
  });
  inject(DestroyRef).onDestroy(() => {
    stop();
    clearTimeout(throttle);
    abort.abort();
  });
  return { value: value.asReadonly(), refusal: refusal.asReadonly(), state: state.asReadonly(), reload };
}

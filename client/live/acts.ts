import { inject, Injectable, signal } from '@angular/core';
import type { ActInput, ActOutput, PersonActName } from '../../server/contract/acts.js';
import { Api } from './api.js';
import { Done } from './done.js';
import { isRefusal, type Answer } from './refusal.js';

/** Waits before a request is sent again; together short enough that a person still waits for the answer. */
const RETRY_MS = [500, 2_000, 4_000];

/**
 * Runs acts. Each gets one idempotency key, kept over all its retries: a broken line can neither lose an act nor do it
 * twice. `waiting` counts what is on its way, for the connection pill.
 */
@Injectable({ providedIn: 'root' })
export class Acts {
  readonly waiting = signal(0);

  private readonly api = inject(Api);
  private readonly done = inject(Done);

  /** @param object what the act was done to, as it shall stand in „Zuletzt getan“ */
  async run<Name extends PersonActName>(
    name: Name,
    input: ActInput<Name>,
    object: string,
  ): Promise<Answer<ActOutput<Name>>> {
    this.waiting.update((count) => count + 1);
    try {
      const answer = await this.send<ActOutput<Name>>(name, input);
      if (!isRefusal(answer)) this.done.add(name, input, answer, object);
      return answer;
    } finally {
      this.waiting.update((count) => count - 1);
    }
  }

  private async send<Output>(name: string, input: unknown): Promise<Answer<Output>> {
    const headers = { 'idempotency-key': idempotencyKey() };
    for (const wait of RETRY_MS) {
      const answer = await this.api.post<Output>(`acts/${name}`, input, headers);
      if (!isRefusal(answer) || !isPassing(answer.status)) return answer;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return this.api.post<Output>(`acts/${name}`, input, headers);
  }
}

/** Not reached, or a server or proxy that is just starting. */
function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** A random UUID: the name of one request over all its retries. Not `randomUUID`, which browsers withhold on plain http outside localhost. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

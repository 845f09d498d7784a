import { Injectable, signal } from '@angular/core';
import { isRefusal, unexpectedAnswer, UNREACHABLE, type Answer } from './refusal.js';

/** All requests of the client. A refusal is a value; only programming errors throw. */
@Injectable({ providedIn: 'root' })
export class Api {
  /** Counts answers „not signed in“: the session listens, whatever request noticed it. */
  readonly signedOut = signal(0);

  private csrfToken = '';

  useToken(csrfToken: string): void {
    this.csrfToken = csrfToken;
  }

  get<Value>(path: string, abort?: AbortSignal): Promise<Answer<Value>> {
    return this.request<Value>(path, abort ? { signal: abort } : {});
  }

  post<Value>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Value>> {
    return this.send<Value>(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** Sends bytes as they are. */
  send<Value>(path: string, body: BodyInit, headers: Readonly<Record<string, string>>): Promise<Answer<Value>> {
    return this.request<Value>(path, {
      method: 'POST',
      body,
      headers: { ...headers, 'x-csrf-token': this.csrfToken },
    });
  }

  /** A step of an upload: other methods than an act has, and it can be broken off. */
  change<Value>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: BodyInit | null,
    headers: Readonly<Record<string, string>> = {},
    abort?: AbortSignal,
  ): Promise<Answer<Value>> {
    return this.request<Value>(path, {
      method,
      body,
      headers: { ...headers, 'x-csrf-token': this.csrfToken },
      ...(abort ? { signal: abort } : {}),
    });
  }

  private async request<Value>(path: string, init: Sending): Promise<Answer<Value>> {
    let response: Response;
    try {
      response = await fetch(`/api/${path}`, {
        ...init,
        credentials: 'same-origin',
        headers: { accept: 'application/json', ...init.headers },
      });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return UNREACHABLE;
    }
    const answer = await read(response);
    if (response.status === 401) this.signedOut.update((count) => count + 1);
    if (response.ok && !isRefusal(answer)) return answer as Value;
    return isRefusal(answer) ? answer : unexpectedAnswer(response.status);
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}

interface Sending extends RequestInit {
  headers?: Readonly<Record<string, string>>;
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';
import type { ActInput, ActOutput, PersonActName } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { SessionView } from '../../server/contract/views.js';
import { DEMO_PASSWORD } from '../../server/demo/people.js';

/** A signed-in person who speaks to the server as the page does: cookie, CSRF token, idempotency keys. */
export interface ApiClient {
  readonly session: SessionView;
  get<T>(path: string): Promise<T>;
  bytes(path: string): Promise<Buffer>;
  /** The raw answer, for refusals. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  act<Name extends PersonActName>(
    name: Name,
    input: ActInput<Name>,
    key?: string,
  ): Promise<ActOutput<Name> | Rejection>;
  upload(
    name: string,
    bytes: Uint8Array | Iterable<Uint8Array>,
    key?: string,
  ): Promise<{ eingangId: string; duplicate: boolean } | Rejection>;
}

/** Signs a demo person in. Throws when the sign-in is refused. */
export async function signIn(url: string, login: string, password = DEMO_PASSWORD): Promise<ApiClient> {
  const cookies = new Map<string, string>();
  let token = '';

  const request = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const raw = body instanceof Uint8Array || body instanceof ReadableStream;
    const response = await fetch(url + path, {
      method,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(token ? { 'x-csrf-token': token } : {}),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bodyOf(body), duplex: 'half' }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (name && value !== undefined) cookies.set(name, value);
    }
    return response;
  };

  const signedIn = await request('POST', '/api/sign-in', { login, password });
  if (!signedIn.ok) throw new Error(`${login}: ${await signedIn.text()}`);
  const session = (await signedIn.json()) as SessionView;
  token = session.csrfToken;

  return {
    session,
    request,
    get: async <T>(path: string) => {
      const response = await request('GET', path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    bytes: async (path) => {
      const response = await request('GET', path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    act: async <Name extends PersonActName>(name: Name, input: ActInput<Name>, key = randomUUID()) => {
      const response = await request('POST', `/api/acts/${name}`, input, { 'idempotency-key': key });
      return (await response.json()) as ActOutput<Name> | Rejection;
    },
    upload: async (name, bytes, key = randomUUID()) => {
      const headers = {
        'x-file-name': encodeURIComponent(name),
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
      };
      const body = bytes instanceof Uint8Array ? bytes : Readable.toWeb(Readable.from(bytes));
      const response = await request('POST', '/api/posteingang', body, headers);
      return (await response.json()) as { eingangId: string; duplicate: boolean } | Rejection;
    },
  };
}

/** Streams go as they come, so that 200 MB are never in memory at once. */
function bodyOf(body: unknown): NonNullable<RequestInit['body']> {
  if (body instanceof ReadableStream) return body as ReadableStream<Uint8Array>;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** Asks until the answer is there; a condition, not a sleep. Fails with what was last seen. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`still waiting for: ${what}`);
    await delay(25);
  }
}

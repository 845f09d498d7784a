import { sign, type KeyObject } from 'node:crypto';
import { provenBytes } from '../../server/wopi/proof.js';

/** An editor server as WOPI has it, for one Dokument of one person: signs every request like the real ones. */
export interface EditorClient {
  check(): Promise<Response>;
  read(headers?: Record<string, string>): Promise<Response>;
  save(lock: string | null, bytes: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  /** `LOCK`, `UNLOCK`, `GET_LOCK` and so on. */
  ask(override: string, lock?: string, oldLock?: string): Promise<Response>;
}

export interface EditorClientParts {
  readonly url: string;
  readonly dokumentId: string;
  readonly token: string;
  /** null: it does not sign. */
  readonly key: KeyObject | null;
  /** Key before the last change, which it signs with as well. */
  readonly oldKey?: KeyObject;
  /** Milliseconds; now unless a test says otherwise. */
  readonly time?: () => number;
}

const TICKS_BEFORE_1970 = 621_355_968_000_000_000n;

export function editorClient({
  url,
  dokumentId,
  token,
  key,
  oldKey,
  time = Date.now,
}: EditorClientParts): EditorClient {
  const request = (method: string, path: string, headers: Record<string, string>, body?: Uint8Array) => {
    const address = `${url}/wopi/files/${dokumentId}${path}?access_token=${encodeURIComponent(token)}`;
    const ticks = BigInt(time()) * 10_000n + TICKS_BEFORE_1970;
    const bytes = provenBytes(token, address, ticks);
    const signed = (by: KeyObject) => sign('RSA-SHA256', bytes, by).toString('base64');
    return fetch(address, {
      method,
      headers: {
        ...(key ? { 'x-wopi-timestamp': String(ticks), 'x-wopi-proof': signed(key) } : {}),
        ...(oldKey ? { 'x-wopi-proofold': signed(oldKey) } : {}),
        ...headers,
      },
      ...(body ? { body: Buffer.from(body) } : {}),
    });
  };
  return {
    check: () => request('GET', '', {}),
    read: (headers = {}) => request('GET', '/contents', headers),
    save: (lock, bytes, headers = {}) =>
      request(
        'POST',
        '/contents',
        { 'x-wopi-override': 'PUT', ...(lock === null ? {} : { 'x-wopi-lock': lock }), ...headers },
        Buffer.from(bytes as Uint8Array),
      ),
    ask: (override, lock, oldLock) =>
      request('POST', '', {
        'x-wopi-override': override,
        ...(lock === undefined ? {} : { 'x-wopi-lock': lock }),
        ...(oldLock === undefined ? {} : { 'x-wopi-oldlock': oldLock }),
      }),
  };
}

/** Status and lock of an answer: what an editor server goes by. */
export function answered(response: Response): [number, string | null] {
  return [response.status, response.headers.get('x-wopi-lock')];
}

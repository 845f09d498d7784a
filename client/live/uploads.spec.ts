import { TestBed } from '@angular/core/testing';
import { createHash } from 'node:crypto';
import { isRefusal } from './refusal.js';
import { Uploads } from './uploads.js';

/** What the tests do to the line between page and server, per request. */
type Line = (request: { method: string; url: string }) => 'breaks' | 'loses the answer' | 'holds';

const refusal = (code: string, status: number) => ({
  kind: 'rejection',
  ...{ code, status, message: { de: code, en: code }, remedy: { de: '', en: '' }, reasons: [] },
});

/** A server with one upload, behind a line that a test can break. */
function server(line: Line = () => 'holds', left: Buffer = Buffer.alloc(0), size = 0) {
  const parts = left.length > 0 ? [left] : [];
  const requests: string[] = [];
  const state = { size, begun: left.length > 0 ? 1 : 0, finished: 0, cancelled: 0 };
  const received = () => parts.reduce((sum, part) => sum + part.length, 0);
  const view = () => ({
    id: 'u',
    fileName: 'x',
    size: state.size,
    received: received(),
    largestPart: 32e6,
    state: 'receiving',
  });
  const answer = (method: string, url: string, headers: Record<string, string>, body: ArrayBuffer | null): object => {
    if (method === 'POST' && url.endsWith('/uploads')) {
      [state.size, state.begun] = [Number(headers['upload-length']), state.begun + 1];
      parts.length = 0;
      return view();
    }
    if (method === 'GET' && url.endsWith('/uploads')) return { items: parts.length > 0 ? [view()] : [] };
    if (method === 'GET' && url.endsWith('/parts')) {
      let start = 0;
      const items = parts.map((part) => {
        const item = { start, size: part.length, sha256: createHash('sha256').update(part).digest('hex') };
        start += part.length;
        return item;
      });
      return { items };
    }
    if (method === 'GET') return view();
    if (method === 'PATCH') {
      const bytes = Buffer.from(body!);
      if (Number(headers['upload-offset']) !== received()) return refusal('upload.wrongPlace', 409);
      const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
      if (headers['content-digest'] !== digest) return refusal('upload.changedOnTheWay', 422);
      parts.push(bytes);
      return view();
    }
    if (method === 'DELETE') state.cancelled += 1;
    if (url.endsWith('/finish')) state.finished += 1;
    return view();
  };
  globalThis.fetch = (async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    const method = init.method ?? 'GET';
    requests.push(`${method} ${url.replace('/api/', '')}`);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const fate = line({ method, url });
    if (fate === 'breaks') throw new TypeError('Failed to fetch');
    const value = answer(method, url, init.headers, init.body as ArrayBuffer | null);
    if (fate === 'loses the answer') throw new TypeError('Failed to fetch');
    const status = (value as { status?: number }).status ?? 200;
    return { ok: status < 400, status, text: async () => JSON.stringify(value) };
  }) as unknown as typeof fetch;
  return { state, requests, bytes: () => Buffer.concat(parts) };
}

/** jsdom's files cannot be read in slices as a browser's can. */
function fileOf(bytes: Buffer, name = 'Plan.pdf'): File {
  const slice = (start: number, end: number) => ({
    arrayBuffer: async () => Uint8Array.from(bytes.subarray(start, end)).buffer,
  });
  return { name, size: bytes.length, slice } as unknown as File;
}

const content = Buffer.alloc(3_500_000, 'Bauplan ');

describe('Uploads', () => {
  beforeAll(() => {
    // jsdom has no subtle crypto, and that of Node knows no buffers of another realm.
    const digest = async (_name: string, bytes: ArrayBuffer) =>
      Uint8Array.from(createHash('sha256').update(Buffer.from(bytes)).digest()).buffer;
    Object.defineProperty(globalThis, 'crypto', { value: { subtle: { digest } }, configurable: true });
  });

  it('gives the refusal of the server back and shows nothing any more', async () => {
    server();
    const full = refusal('platform.storageFull', 507);
    globalThis.fetch = (async () => ({ ok: false, status: 507, text: async () => JSON.stringify(full) })) as never;
    const uploads = TestBed.inject(Uploads);
    expect(await uploads.send(fileOf(content))).toMatchObject({ code: 'platform.storageFull' });
    expect(uploads.running()).toEqual([]);
  });

  it('says in words that a file was changed while it was sent', async () => {
    server();
    const gone = {
      name: 'Plan.pdf',
      size: content.length,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }),
    };
    expect(await TestBed.inject(Uploads).send(gone as unknown as File)).toMatchObject({
      code: 'client.fileUnreadable',
      message: { de: expect.stringContaining('Plan.pdf') },
    });
  });

  it('brings a file whole, an empty one too', async () => {
    const whole = server();
    expect(isRefusal(await TestBed.inject(Uploads).send(fileOf(content)))).toBe(false);
    expect(whole.bytes().equals(content)).toBe(true);
    expect(whole.state).toMatchObject({ size: content.length, finished: 1 });
    const empty = server();
    await TestBed.inject(Uploads).send(fileOf(Buffer.alloc(0)));
    expect(empty.requests).toEqual(['POST uploads', 'POST uploads/u/finish']);
  });

  it('goes on by itself after the line broke and after an answer was lost, with nothing twice', async () => {
    let count = 0;
    const fates = ['holds', 'breaks', 'loses the answer'] as const;
    const there = server(({ method }) => (method === 'PATCH' ? (fates[count++] ?? 'holds') : 'holds'));
    const uploads = TestBed.inject(Uploads);
    const sending = uploads.send(fileOf(content));
    const pressing = setInterval(() => uploads.running()[0]?.resume(), 5);
    expect(await sending).toMatchObject({ id: 'u' });
    clearInterval(pressing);
    expect(there.bytes().equals(content)).toBe(true);
    expect(there.requests.filter((request) => request === 'GET uploads/u')).toHaveLength(2);
  });

  it('waits where the line is broken, says so, and takes everything back when the person cancels', async () => {
    const there = server(({ method }) => (method === 'PATCH' ? 'breaks' : 'holds'));
    const uploads = TestBed.inject(Uploads);
    const sending = uploads.send(fileOf(content));
    const looking = setInterval(() => {
      const [upload] = uploads.running();
      if (upload?.state() === 'waiting') upload.cancel();
    }, 5);
    expect(await sending).toBeNull();
    clearInterval(looking);
    expect(uploads.running()).toEqual([]);
    expect(there.state.cancelled).toBe(1);
  });

  it('goes on with what a closed page has left, when every byte of it is the same', async () => {
    const there = server(undefined, content.subarray(0, 2_000_000), content.length);
    await TestBed.inject(Uploads).send(fileOf(content));
    expect(there.state.begun).toBe(1);
    expect(there.bytes().equals(content)).toBe(true);
  });

  it('begins anew where the file of the same size has other bytes', async () => {
    const there = server(undefined, Buffer.alloc(2_000_000, 'Etwas anderes'), content.length);
    await TestBed.inject(Uploads).send(fileOf(content));
    expect(there.state.begun).toBe(2);
    expect(there.bytes().equals(content)).toBe(true);
  });
});

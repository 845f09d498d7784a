import { Readable } from 'node:stream';
import { done } from '../../../test/support/closed-vorgang.js';
import { reject } from '../../contract/rejections.js';
import { openDoor, type Door } from './door.testing.js';
import { file, type StoredFile } from './routes.js';

const BYTES = '%PDF-1.7 0123456789';
const files = new Map<string, StoredFile>();
let door: Door;

beforeAll(async () => {
  door = await openDoor({
    routes: [
      file('/api/files/:id', 'akte.read', (_tx, { id = '' }) =>
        Promise.resolve(files.get(id) ?? reject('platform.notFound')),
      ),
    ],
  });
  const stored = done(await door.bench.objects.put(Readable.from([Buffer.from(BYTES)])));
  const empty = done(await door.bench.objects.put(Readable.from([])));
  files.set('letter', { ...stored, mime: 'application/pdf', name: 'Bescheid „Köln“ (2*).pdf' });
  files.set('page', { ...stored, mime: 'text/html', name: 'seite.html' });
  files.set('empty', { ...empty, mime: 'text/plain', name: 'leer.txt' });
  files.set('gone', { sha256: '0'.repeat(64), size: 7, mime: 'application/pdf', name: 'weg.pdf' });
});
afterAll(() => door.close());

async function ask(id: string, headers: Record<string, string> = {}, method = 'GET') {
  return (await door.signIn('jana.petersen')).request(method, `/api/files/${id}`, undefined, headers);
}

describe('sendFile', () => {
  it('refuses an unknown file', async () => {
    expect((await ask('nothing')).status).toBe(404);
  });

  it.each(['bytes=19-', 'bytes=500-600', 'bytes=-0'])('refuses the range %s outside of the file', async (range) => {
    const response = await ask('letter', { range });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */19']);
    expect(await response.json()).toMatchObject({ code: 'platform.invalidRange' });
  });

  it('answers bytes that are gone as an error, not as a PDF', async () => {
    const response = await ask('gone');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await response.json()).toMatchObject({ code: 'platform.unexpected' });
    expect([response.headers.get('etag'), response.headers.get('content-disposition')]).toEqual([null, null]);
  });

  it.each([
    ['bytes=0-3', '%PDF', 'bytes 0-3/19'],
    ['bytes=9-', '0123456789', 'bytes 9-18/19'],
    ['bytes=-2', '89', 'bytes 17-18/19'],
    ['bytes=17-9999', '89', 'bytes 17-18/19'],
    ['bytes=0-1,2-3', '%PDF', 'bytes 0-3/19'],
  ])('sends the range %s', async (range, content, contentRange) => {
    const response = await ask('letter', { range });
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
      206,
      contentRange,
      content,
    ]);
  });

  it.each(['bytes=0-0,5-6', 'pages=1-2', 'nonsense'])('sends the whole file for the range %s', async (range) => {
    const response = await ask('letter', { range });
    expect([response.status, await response.text()]).toEqual([200, BYTES]);
  });

  it('shows a PDF in the page, locked up and under its real name', async () => {
    const { headers } = await ask('letter');
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="Bescheid _K_ln_ (2*).pdf"; filename*=UTF-8''Bescheid%20%E2%80%9EK%C3%B6ln%E2%80%9C%20%282%2A%29.pdf`,
    );
    expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
      'application/pdf',
      "default-src 'none'; sandbox",
    ]);
  });

  it('lets a stored web page leave as a download without its type', async () => {
    const { headers } = await ask('page');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="seite.html"/);
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      'application/octet-stream',
      'nosniff',
    ]);
  });

  it('sends an empty file whole', async () => {
    const response = await ask('empty');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', '']);
  });

  it('answers HEAD with the length and no bytes', async () => {
    const response = await ask('letter', {}, 'HEAD');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '19', '']);
  });

  it('sends nothing to whoever has the bytes already', async () => {
    const etag = (await ask('letter')).headers.get('etag') ?? '';
    const response = await ask('letter', { 'if-none-match': etag });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });
});

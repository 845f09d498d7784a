import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { ApiClient } from '../../../test/support/api-client.js';
import { reject } from '../../contract/rejections.js';
import type { UploadProgress } from '../../contract/upload-views.js';
import { openDoor, type Door } from '../http/door.testing.js';
import { upload, type Route } from '../http/routes.js';
import { uploadRoutes } from './upload.http.js';
import { createUploads, type Uploads } from './uploads.js';

let door: Door;
let ines: ApiClient;
const taken: string[] = [];
beforeAll(async () => {
  // The routes want the bench that the door opens: asked when they are called.
  const late: Uploads = {
    begin: (...asked) => uploads().begin(...asked),
    receive: (...asked) => uploads().receive(...asked),
    finish: (...asked) => uploads().finish(...asked),
    cancel: (...asked) => uploads().cancel(...asked),
  };
  const routes: Route[] = [
    ...uploadRoutes(late),
    upload('/api/things', 'posteingang.receive', async (_context, { name, bytes }) => {
      if (name === 'refused.pdf') return reject('platform.storageFull');
      taken.push(await text(bytes));
      return { taken: taken.length };
    }),
  ];
  door = await openDoor({ routes });
  ines = await door.signIn('ines.vogt');
});
afterAll(() => door.close());

const uploads = () => {
  const { runner, objects } = door.bench;
  return createUploads({ runner, objects, largestItem: 1_000, freeBytes: () => Promise.resolve(Infinity) });
};

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const bytes = body === undefined ? undefined : new TextEncoder().encode(body);
  const response = await ines.request(method, path, bytes, headers);
  return { status: response.status, body: (await response.json()) as UploadProgress & { code?: string } };
}

const begin = async (size: number, headers: Record<string, string> = {}) =>
  (await ask('POST', '/api/uploads', { 'upload-length': String(size), 'x-file-name': 'Plan.pdf', ...headers })).body;
const send = (id: string, start: number, piece: string, headers: Record<string, string> = {}) =>
  ask('PATCH', `/api/uploads/${id}`, { 'upload-offset': String(start), ...headers }, piece);
const digest = (content: string) => `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;

describe('the routes of an upload', () => {
  it.each([
    { 'upload-length': '-1' },
    { 'upload-length': '1e3' },
    { 'upload-length': '' },
    { 'x-file-name': '' },
    { 'x-file-name': '%E0%A4%A' },
    { 'repr-digest': 'sha-256=abc' },
    { 'repr-digest': 'md5=:AAAA:' },
  ])('refuse to begin with %j, and name the header', async (wrong) => {
    const headers: Record<string, string> = { 'upload-length': '5', 'x-file-name': 'Plan.pdf', ...wrong };
    const { status, body } = await ask('POST', '/api/uploads', headers);
    expect([status, body.code, JSON.stringify(body)]).toEqual([
      400,
      'platform.invalidInput',
      expect.stringContaining(Object.keys(wrong)[0]!),
    ]);
  });

  it.each([{ 'upload-offset': '' }, { 'upload-offset': '0x1' }, { 'content-digest': 'sha-256=:x:' }])(
    'refuse a piece with %j, and name the header',
    async (wrong) => {
      const { id } = await begin(5);
      const { status, body } = await send(id, 0, 'abcde', wrong);
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(Object.keys(wrong)[0]!)]);
    },
  );

  it('refuse a piece that its own digest contradicts with 422, and the connection ends', async () => {
    const { id } = await begin(5);
    const response = await ines.request('PATCH', `/api/uploads/${id}`, new TextEncoder().encode('abcdX'), {
      'upload-offset': '0',
      'content-digest': digest('abcde'),
    });
    expect([response.status, response.headers.get('connection')]).toEqual([422, 'close']);
  });

  it('give a name that can be shown and saved anywhere', async () => {
    const name = encodeURIComponent('../../etc/\u202eGehalt\u0000.pdf');
    expect(await begin(5, { 'x-file-name': name })).toMatchObject({ fileName: 'Gehalt.pdf' });
    expect(await begin(5, { 'x-file-name': encodeURIComponent('Bu\u0308cher.pdf') })).toMatchObject({
      fileName: 'B\u00fccher.pdf',
    });
  });

  it('take a file in pieces, tell how far it is and which pieces there are', async () => {
    const { id } = await begin(10, { 'repr-digest': digest('abcdefghij') });
    await send(id, 0, 'abcdef', { 'content-digest': digest('abcdef') });
    expect((await ask('GET', `/api/uploads/${id}`)).body).toMatchObject({ received: 6, size: 10, state: 'receiving' });
    await send(id, 6, 'ghij');
    const parts = (await ask('GET', `/api/uploads/${id}/parts`)).body as unknown as { items: object[] };
    expect(parts.items).toMatchObject([
      { start: 0, size: 6, sha256: createHash('sha256').update('abcdef').digest('hex') },
      { start: 6, size: 4 },
    ]);
    expect((await ask('POST', `/api/uploads/${id}/finish`)).body).toMatchObject({ state: 'stored' });
    const listed = (await ask('GET', '/api/uploads')).body as unknown as { items: UploadProgress[] };
    expect(listed.items.find((item) => item.id === id)).toMatchObject({ state: 'stored' });
  });

  it('forget what is cancelled', async () => {
    const { id } = await begin(5);
    expect((await ask('DELETE', `/api/uploads/${id}`)).status).toBe(200);
    expect((await send(id, 0, 'abcde')).body.code).toBe('platform.notFound');
  });
});

describe('a route that takes files', () => {
  const things = (id: string, name = 'Plan.pdf') =>
    ask('POST', '/api/things', { 'x-upload-id': id, 'x-file-name': name });

  it('refuses an upload that is not finished, and one that nobody knows', async () => {
    const { id } = await begin(5);
    expect(await things(id)).toMatchObject({ status: 409, body: { code: 'upload.incomplete' } });
    expect(await things('../1')).toMatchObject({ status: 404 });
  });

  it('takes the bytes of a finished upload once; where it refuses, the upload stays', async () => {
    const { id } = await begin(5);
    await send(id, 0, 'abcde');
    await ask('POST', `/api/uploads/${id}/finish`);
    expect(await things(id, 'refused.pdf')).toMatchObject({ status: 507 });
    expect(await things(id)).toMatchObject({ status: 201 });
    expect(taken.at(-1)).toBe('abcde');
    expect(await things(id)).toMatchObject({ status: 404 });
  });
});

import { createCipheriv, createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { UploadProgress } from '../../server/contract/upload-views.js';
import type { EingangView } from '../../server/contract/views.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { eventually, signIn, type ApiClient } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../support/server-process.js';

const MEGABYTE = 1_000_000;
const PIECE = 16 * MEGABYTE;
/** `LAUFMAPPE_TEST_UPLOAD_MB=2000` is the size of the promise; every run does it with 300. */
const SIZE = Number(process.env['LAUFMAPPE_TEST_UPLOAD_MB'] ?? 300) * MEGABYTE;

let urls: TestDatabase;
let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
let server: ServerProcess;
beforeAll(async () => {
  urls = await testDatabase(migrate);
  folder = await temporaryDataFolder();
  server = await start();
});
afterAll(async () => {
  await server.stop();
  await urls.drop();
  await folder.remove();
});

const start = () =>
  startServerProcess(folder.path, {
    DATABASE_URL: urls.applicationUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_SESSION_URL: urls.sessionUrl,
    LAUFMAPPE_MODE: 'demo',
    LAUFMAPPE_MAX_FILE_MB: '2100',
  });

/** The same bytes in every run, and different in every piece. */
function piece(from: number): Buffer {
  const key = createHash('md5').update(`piece ${from}`).digest();
  const stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  return stream.update(Buffer.alloc(Math.min(PIECE, SIZE - from)));
}

describe('a file of several hundred megabytes', () => {
  it('F26 goes on after kill -9 of the server, within 200 MB of its memory, and can be read from any place', async () => {
    let client = await signIn(server.url, 'ines.vogt');
    const upload = await begin(client);
    for (let from = 0; from < SIZE / 3; from += PIECE) await send(client, upload, from);
    const before = await stateOf(client, upload);
    const dying = send(client, upload, before.received).catch(() => null);
    await server.kill();
    await dying;
    server = await start();
    client = await signIn(server.url, 'ines.vogt');
    const idle = await memory();
    const { received } = await stateOf(client, upload);
    expect([before.received, before.received + PIECE]).toContain(received);

    for (let from = received; from < SIZE; from += PIECE) await send(client, upload, from);
    const finished = (await (
      await client.request('POST', `/api/uploads/${upload.id}/finish`)
    ).json()) as UploadProgress;
    expect(finished).toMatchObject({ state: 'stored', received: SIZE });
    const { eingangId } = done(await client.act('posteingang.receiveUpload', { uploadId: upload.id }));
    const eingang = await eventually(async () => {
      const view = await client.get<EingangView>(`/api/posteingang/${eingangId}`);
      return view.state === 'empfangen' ? null : view;
    }, 'the examination');
    expect(eingang.state).toBe('klaerung');

    const original = `/api/posteingang/${eingangId}/original`;
    await expectRange(client, original, SIZE - 10, SIZE - 1);
    await expectRange(client, original, PIECE - 5, PIECE + 5);
    expect(await hashOfAnswer(client, original)).toBe(hashOfAll());
    const grown = (await memory()) - idle;
    process.stdout.write(`${SIZE / MEGABYTE} MB: the server's memory grew by ${Math.round(grown / MEGABYTE)} MB\n`);
    expect(grown).toBeLessThan(200 * MEGABYTE);
  }, 600_000);
});

async function begin(client: ApiClient): Promise<UploadProgress> {
  const headers = { 'upload-length': String(SIZE), 'x-file-name': 'Bauplan.bin' };
  return (await (await client.request('POST', '/api/uploads', undefined, headers)).json()) as UploadProgress;
}

async function send(client: ApiClient, { id }: UploadProgress, from: number): Promise<void> {
  const bytes = piece(from);
  const digest = createHash('sha256').update(bytes).digest('base64');
  const headers = { 'upload-offset': String(from), 'content-digest': `sha-256=:${digest}:` };
  const response = await client.request('PATCH', `/api/uploads/${id}`, bytes, headers);
  if (!response.ok) throw new Error(await response.text());
}

function stateOf(client: ApiClient, { id }: UploadProgress): Promise<UploadProgress> {
  return client.get(`/api/uploads/${id}`);
}

async function expectRange(client: ApiClient, path: string, from: number, to: number): Promise<void> {
  const response = await client.request('GET', path, undefined, { range: `bytes=${from}-${to}` });
  expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${SIZE}`]);
  const expected = Array.from({ length: to - from + 1 }, (_, index) => byteAt(from + index));
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(expected);
}

function byteAt(position: number): number {
  const from = position - (position % PIECE);
  return piece(from)[position - from] ?? -1;
}

async function hashOfAnswer(client: ApiClient, path: string): Promise<string> {
  const response = await client.request('GET', path);
  const hash = createHash('sha256');
  for await (const chunk of response.body!) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function hashOfAll(): string {
  const hash = createHash('sha256');
  for (let from = 0; from < SIZE; from += PIECE) hash.update(piece(from));
  return hash.digest('hex');
}

/** The most that the server has had in memory so far, in bytes. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${server.processId}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

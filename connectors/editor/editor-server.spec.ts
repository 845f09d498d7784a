import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEditorServer } from './editor-server.js';

const MINUTE = 60_000;
let server: Server;
let origin: string;
let answer: { status: number; body: string; location?: string };
let asked: string[];
let now: number;

beforeEach(async () => {
  [asked, now] = [[], 0];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = { status: 200, body: discovery() };
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
});

const discovery = () =>
  `<wopi-discovery><net-zone><app><action name="edit" ext="odt" urlsrc="${origin}/cool.html?"/></app></net-zone></wopi-discovery>`;
const open = () => createEditorServer(origin, () => now);

describe('an editor server', () => {
  it.each([
    ['an error', { status: 500, body: '' }],
    ['no discovery', { status: 200, body: 'hello' }],
    ['too much', { status: 200, body: 'x'.repeat(2_000_001) }],
    ['another address', { status: 302, body: '', location: 'http://127.0.0.1:1/' }],
  ])('that answers with %s is away, and is not asked again within the minute', async (_what, given) => {
    answer = given;
    const editor = open();
    expect([await editor.discover(), await editor.discover('renewed')]).toEqual([null, null]);
    expect(asked).toEqual(['/hosting/discovery']);
    answer = { status: 200, body: discovery() };
    now = MINUTE;
    expect((await editor.discover())?.editors.size).toBe(1);
  });

  it('is asked once for many who ask at the same time, and again after half a day', async () => {
    const editor = open();
    await Promise.all([editor.discover(), editor.discover(), editor.discover()]);
    expect((await editor.discover())?.editors.get('odt')).toBe(`${origin}/cool.html?`);
    expect(asked).toHaveLength(1);
    now = 12 * 60 * MINUTE;
    await editor.discover();
    expect(asked).toHaveLength(2);
  });

  it('keeps what it said while it is away, and is asked at most once a minute for new keys', async () => {
    const editor = open();
    await editor.discover();
    answer = { status: 500, body: '' };
    now = MINUTE;
    expect((await editor.discover('renewed'))?.editors.size).toBe(1);
    expect((await editor.discover('renewed'))?.editors.size).toBe(1);
    expect(asked).toHaveLength(2);
  });
});

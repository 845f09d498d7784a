import { z } from 'zod';
import { act } from '../act.js';
import { openDoor, type Door } from './door.testing.js';
import { view } from './routes.js';

let door: Door;
let calls = 0;

beforeAll(async () => {
  const moveClock = act('demo.moveClock', z.object({ days: z.int() }), () =>
    Promise.resolve({ now: `call ${++calls}` }),
  );
  const broken = view('/api/broken', 'akte.read', () => Promise.reject(new Error('SELECT secret FROM person')));
  const ordinary = view('/api/ordinary/:id', 'akte.read', (_tx, { id }) => Promise.resolve({ id }));
  door = await openDoor({ acts: [moveClock], routes: [broken, ordinary] });
});
afterAll(() => door.close());

const moveClockBy = async (days: unknown, key?: string) => {
  const kim = await door.signIn('kim.okafor');
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return kim.request('POST', '/api/acts/demo.moveClock', { days }, headers);
};

describe('the application', () => {
  it.each(['/api/ordinary/1', '/api/live', '/api/nowhere'])('refuses %s before the sign-in', async (path) => {
    const response = await fetch(door.url + path);
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'identity.notSignedIn' }]);
  });

  it.each([undefined, 'short', 'with blanks in it', 'x'.repeat(101)])(
    'refuses an act with the idempotency key %p',
    async (key) => {
      const response = await moveClockBy(1, key);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'platform.invalidInput' }]);
    },
  );

  it('refuses a body that is no JSON', async () => {
    const jana = await door.signIn('kim.okafor');
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'key-of-no-json' };
    const response = await jana.request(
      'POST',
      '/api/acts/demo.moveClock',
      new TextEncoder().encode('{"days"'),
      headers,
    );
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'platform.invalidInput' }]);
  });

  it('refuses a body above two megabytes', async () => {
    const response = await moveClockBy('x'.repeat(2_100_000), 'key-of-a-large-body');
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'platform.tooLarge' }]);
  });

  it('refuses a path that is no UTF-8 as a fault of the request', async () => {
    const jana = await door.signIn('jana.petersen');
    for (const path of ['/api/ordinary/%E0%A4%A', '/%E0%A4%A']) {
      const response = await jana.request('GET', path);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'platform.invalidInput' }]);
    }
  });

  it('answers an unknown address below /api as not found, never with the page', async () => {
    const jana = await door.signIn('jana.petersen');
    const response = await jana.request('GET', '/api/nowhere');
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'platform.notFound' }]);
  });

  it('tells nothing about a bug but a number that the log knows', async () => {
    const response = await (await door.signIn('jana.petersen')).request('GET', '/api/broken');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'platform.unexpected' });
    expect(text).not.toContain('secret');
  });

  it('performs an act once however often its key arrives', async () => {
    const before = calls;
    const answers = [await moveClockBy(1, 'one-and-the-same'), await moveClockBy(1, 'one-and-the-same')];
    expect(await Promise.all(answers.map((response) => response.json()))).toEqual([
      { now: `call ${before + 1}` },
      { now: `call ${before + 1}` },
    ]);
  });

  it('shows the page at every address outside /api, and lets only files with a hash in their name be cached', async () => {
    const page = await fetch(`${door.url}/akten/7/vorgaenge`);
    const script = await fetch(`${door.url}/main-ABCD1234.js`);
    expect(await page.text()).toContain('<title>Laufmappe</title>');
    expect([page.headers.get('cache-control'), script.headers.get('cache-control')]).toEqual([
      'no-cache',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('answers health without a sign-in', async () => {
    expect(await (await fetch(`${door.url}/api/health`)).json()).toEqual({ state: 'ok', parts: [] });
  });
});

import { z } from 'zod';
import { openDoor, type Door } from './door.testing.js';
import { securityHeaders } from './request-guards.js';
import { question } from './routes.js';

let door: Door;

beforeAll(async () => {
  door = await openDoor({
    routes: [question('/api/echo', 'akte.read', z.object({}), () => Promise.resolve({ reached: true }))],
  });
});
afterAll(() => door.close());

async function post(headers: Record<string, string>) {
  const response = await (await door.signIn('jana.petersen')).request('POST', '/api/echo', {}, headers);
  return [response.status, ((await response.json()) as { code?: string }).code];
}

describe('sameOrigin', () => {
  it.each([
    ['another page', { origin: 'https://fremd.example' }],
    ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin, such as a local file', { origin: 'null' }],
    ['an origin that is none', { origin: 'not an address' }],
    ['a sister domain, said by the browser', { 'sec-fetch-site': 'same-site' }],
    ['another site, said by the browser', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a change from %s', async (_name, headers) => {
    expect(await post(headers)).toEqual([403, 'identity.foreignOrigin']);
  });

  it('refuses a foreign sign-in too, so that nobody is signed in behind their back', async () => {
    const headers = { origin: 'https://fremd.example', 'content-type': 'application/json' };
    const response = await fetch(`${door.url}/api/sign-in`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(403);
  });

  it('lets a change from our own page pass', async () => {
    expect(await post({ origin: door.url, 'sec-fetch-site': 'same-origin' })).toEqual([200, undefined]);
  });

  it('lets a client pass that is no browser and says nothing', async () => {
    expect(await post({})).toEqual([200, undefined]);
  });
});

describe('csrfProtection', () => {
  it.each(['', 'x', 'x'.repeat(43), 'ü'.repeat(43)])('refuses a change with the token „%s“', async (token) => {
    expect(await post({ 'x-csrf-token': encodeURIComponent(token) })).toEqual([403, 'identity.foreignOrigin']);
  });

  it('refuses the token of another session', async () => {
    const { session } = await door.signIn('jana.petersen');
    expect(await post({ 'x-csrf-token': session.csrfToken })).toEqual([403, 'identity.foreignOrigin']);
  });

  it('lets a reader pass without a token', async () => {
    const jana = await door.signIn('jana.petersen');
    expect((await jana.request('GET', '/api/session', undefined, { 'x-csrf-token': '' })).status).toBe(200);
  });
});

describe('securityHeaders with an editor server', () => {
  it('let the page frame it and send it a form, and nobody else', () => {
    const headers = new Map<string, string>();
    const response = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: () => {} };
    securityHeaders('https://editor.kreis.example')({} as never, response as never, () => {});
    const policy = headers.get('Content-Security-Policy')?.split(';');
    expect(policy).toContain('frame-src https://editor.kreis.example');
    expect(policy).toContain("form-action 'self' https://editor.kreis.example");
    expect(policy).toContain("connect-src 'self'");
  });
});

describe('securityHeaders', () => {
  it.each(['/', '/api/health', '/api/nowhere', '/main-ABCD1234.js'])('are on %s', async (path) => {
    const { headers } = await fetch(door.url + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';" +
        "worker-src 'self' blob:;font-src 'self' data:;img-src 'self' data: blob:;connect-src 'self';" +
        "object-src 'none';base-uri 'self';form-action 'self';frame-ancestors 'none'",
    );
    expect([headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual(['nosniff', null]);
  });
});

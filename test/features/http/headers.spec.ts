import { randomUUID } from 'node:crypto';
import { isRejection } from '../../../server/contract/rejections.js';
import type { EingangView, FileView } from '../../../server/contract/views.js';
import { eventually, type ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { rechnungPdf } from '../../support/letters.js';

let server: BuiltServer;
let mailRoom: ApiClient;
beforeAll(async () => {
  server = await openBuiltServer();
  mailRoom = await server.as('ines.vogt');
}, 60_000);
afterAll(() => server.close());

const POLICY =
  "default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';worker-src 'self' blob:;" +
  "font-src 'self' data:;img-src 'self' data: blob:;connect-src 'self';object-src 'none';base-uri 'self';" +
  "form-action 'self';frame-ancestors 'none'";

describe('the headers of an answer', () => {
  it.each([
    '/',
    '/aufgaben/x',
    '/api/health',
    '/api/session',
    '/api/posteingang',
    '/api/nirgends',
    '/api/demo/accounts',
  ])('close %s against foreign scripts, frames and guesses about its type', async (path) => {
    const { headers } = await mailRoom.request('GET', path);
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/api/session', '/api/posteingang', '/api/nirgends'])('keep %s out of every cache', async (path) => {
    expect((await mailRoom.request('GET', path)).headers.get('cache-control')).toBe('no-store');
  });

  it('let no page of ours carry a script of its own', async () => {
    const page = await (await mailRoom.request('GET', '/')).text();
    expect(page).toContain('<script src="');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=|javascript:/i);
  });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('a stored file', () => {
  it.each([
    ['a page', 'seite.html', '<!doctype html><script>alert(1)</script>'],
    ['a picture with a script', 'bild.svg', SVG],
    ['an XML', 'daten.xml', '<a xmlns="http://www.w3.org/1999/xhtml"><b/></a>'],
    ['a mail', 'post.eml', `From: a@example.org\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<b>x</b>`],
  ])('leaves as a download when it is %s', async (_what, name, text) => {
    const eingang = await examined(name, Buffer.from(`${text}\n`));
    const { headers } = await mailRoom.request('GET', `/api/posteingang/${eingang.id}/original`);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expectClosed(headers);
  });

  it('is not handed out at all when it is a page that calls itself a picture', async () => {
    const eingang = await examined('bild.png', Buffer.from('<!doctype html><script>alert(1)</script>'));
    expect(eingang).toMatchObject({ state: 'quarantaene', files: [] });
    expect((await mailRoom.request('GET', `/api/posteingang/${eingang.id}/original`)).status).toBe(404);
  });

  it('is shown when it is a PDF, still in a sandbox and never with a foreign type', async () => {
    const { headers } = await mailRoom.request('GET', (await pdf()).url);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^inline; /);
    expectClosed(headers);
  });

  it('carries its name without a way out of the header', async () => {
    const eingang = await examined('"a;\r\nSet-Cookie: x=1" ß.bin', Buffer.from([0, 1, 2, 3]));
    const { headers } = await mailRoom.request('GET', `/api/posteingang/${eingang.id}/original`);
    expect(headers.get('set-cookie')).not.toContain('x=1');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%!~*()-]+$/,
    );
  });

  it.each(['bytes=999999999-', 'bytes=999999999-9999999999', 'bytes=9-0'])(
    'refuses a range outside: %s',
    async (range) => {
      const file = await pdf();
      const response = await mailRoom.request('GET', file.url, undefined, { range });
      expect([response.status, response.headers.get('content-range')]).toEqual([416, `bytes */${file.size}`]);
      expect(await response.json()).toMatchObject({ code: 'platform.invalidRange' });
    },
  );

  it.each([
    ['bytes=0-9', 206, 10],
    ['bytes=-10', 206, 10],
    ['zeilen=1-2', 200, null],
    ['bytes=0-1,5-6', 200, null],
  ])('answers the range %s with %d', async (range, status, length) => {
    const file = await pdf();
    const response = await mailRoom.request('GET', file.url, undefined, { range });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, bytes.length]).toEqual([status, length ?? file.size]);
  });
});

/** Nothing in it may run, whatever a browser takes it for. */
function expectClosed(headers: Headers): void {
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toMatch(/^private, /);
}

let uploaded: Promise<EingangView> | undefined;

async function pdf(): Promise<FileView> {
  uploaded ??= examined('rechnung.pdf', rechnungPdf({ nummer: randomUUID().slice(0, 8) }));
  return (await uploaded).files[0]!;
}

async function examined(name: string, bytes: Uint8Array): Promise<EingangView> {
  const received = await mailRoom.upload(name, bytes);
  if (isRejection(received)) throw new Error(received.code);
  return eventually(async () => {
    const view = await mailRoom.get<EingangView>(`/api/posteingang/${received.eingangId}`);
    return view.state !== 'empfangen' && view;
  }, `${name} examined`);
}

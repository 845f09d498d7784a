import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { openTestOffice } from '../../support/office.js';
import { headersFor, possibleRequests, type PossibleRequest } from '../../support/requests/requests.js';

const MEGABYTE = 1_000_000;

let server: BuiltServer;
let requests: PossibleRequest[];
let mailRoom: ApiClient;
beforeAll(async () => {
  const office = await openTestOffice();
  requests = possibleRequests(office);
  await office.close();
  server = await openBuiltServer({ LAUFMAPPE_MAX_FILE_MB: '1' });
  mailRoom = await server.as('ines.vogt');
}, 60_000);
afterAll(async () => {
  // Whatever was sent: the server is as it was, and nothing of it was a bug of ours.
  const { state } = (await (await fetch(`${server.url}/api/health`)).json()) as { state: string };
  const incidents = server.output().match(/unexpected error/g);
  await server.close();
  expect({ state, incidents }).toEqual({ state: 'ok', incidents: null });
});

describe('a request about something that is not there', () => {
  // These know no id; a selection for the archive is refused as a whole, with the id among the reasons; an incident that
  // is not there has been resolved, and its refusal says so; a batch tells of each of its targets whether it is there; an
  // order of fields names all of them or is out of date.
  const withoutId =
    /deployProcess|changeWord|deployDecision|moveClock|transferAbgabe|rotateKey|takeCheckpoint|createToken|keepSearch|keepFilter|arrangeAufgaben|arrangeBoard|(arrange|mark)Notifications|plan(Stapel|Filing)|orderZusatzfelder|addKontakt|(add|renew)Dokumentvorlage|resolveIncident|Instance|Upload$|Rule$|\/dwell|\/preview|\/check|POST \/api\/posteingang$/;

  it('is answered with 404', async () => {
    const about = requests.filter(
      ({ name }) => !withoutId.test(name) && (name.includes(':') || name.includes('/acts/')),
    );
    expect(about.length).toBeGreaterThan(15);
    const answers = await Promise.all(about.map(async (request) => [request.name, await answerTo(request)]));
    expect(answers).toEqual(about.map(({ name }) => [name, '404 platform.notFound']));
  });

  it.each(['x', "1'; DROP TABLE akte; --", '..%2F..%2Fetc%2Fpasswd', 'ä'.repeat(300), '0', 'null', '{}'])(
    'is answered with 404 when its id is %j',
    async (id) => {
      const places = requests.filter(({ method, name }) => method === 'GET' && name.includes(':'));
      const answers = await Promise.all(
        places.map(async ({ name, permission }) => {
          const path = name.replace('GET ', '').replace(/:\w+/g, id);
          const response = await (await server.with(permission)).request('GET', path);
          return `${name}: ${response.status}`;
        }),
      );
      expect(answers).toEqual(places.map(({ name }) => `${name}: 404`));
    },
  );

  it.each([
    'GET /api/nirgends',
    'DELETE /api/posteingang',
    'PUT /api/acts/akte.closeZdA',
    'POST /api/acts/demo.seedMandant',
  ])('is answered with 404 where there is no route: %s', async (line) => {
    const [method = '', path = ''] = line.split(' ');
    expect((await mailRoom.request(method, path, method === 'GET' ? undefined : {})).status).toBe(404);
  });
});

describe('input that does not fit', () => {
  const bodies = ['{}', '[]', 'null', '"x"', '{"version":"1"}', '{"__proto__":{"version":1}}', '{', 'ß', ''];

  it.each(bodies)('is refused by every act and every question with 400: %j', async (body) => {
    const asking = requests.filter(({ kind }) => kind === 'act' || kind === 'question');
    const answers = await Promise.all(
      asking.map(
        async (request) => `${request.name}: ${await answerTo({ ...request, body: Buffer.from(body) }, JSON_TYPE)}`,
      ),
    );
    expect(answers).toEqual(asking.map(({ name }) => `${name}: 400 platform.invalidInput`));
  });

  it('is refused with the field and what is wrong with it', async () => {
    const input = { eingangId: randomUUID(), version: 1, note: '' };
    const response = await mailRoom.request('POST', '/api/acts/posteingang.setAsideEingang', input, {
      'idempotency-key': randomUUID(),
    });
    expect(await response.json()).toMatchObject({ message: { de: expect.stringContaining('note') } });
  });

  it.each([
    {},
    { 'idempotency-key': 'kurz' },
    { 'idempotency-key': 'ein Leerzeichen' },
    { 'idempotency-key': 'a'.repeat(101) },
  ])('is an act without a usable idempotency key: %j', async (headers) => {
    const { method, path, body } = requests.find(({ name }) => name.endsWith('setAsideEingang'))!;
    expect(await told(await mailRoom.request(method, path, body, { ...headers }))).toBe('400 platform.invalidInput');
  });

  it.each([
    { 'content-type': 'application/json; charset=klingon' },
    { 'content-type': 'application/json', 'content-encoding': 'zip' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
  ])('is a body that is not what its headers say: %j', async (headers) => {
    const check = requests.find(({ name }) => name.endsWith('/processes/check'))!;
    const request = { ...check, body: Buffer.from('{"xml":"<a/>"}') };
    expect(await answerTo(request, { ...headers })).toBe('400 platform.invalidInput');
  });

  it.each(['/api/posteingang/%E0%A4%A', '/api/vorgaenge/%', '/%c0%ae%c0%ae/'])(
    'is an address that cannot be decoded: %s',
    async (path) => {
      expect(await told(await mailRoom.request('GET', path))).toBe('400 platform.invalidInput');
    },
  );

  it.each([undefined, '%E0%A4%A', ''])('is an upload with the file name %j', async (name) => {
    const headers = {
      'content-type': 'application/octet-stream',
      ...(name === undefined ? {} : { 'x-file-name': name }),
    };
    const response = await mailRoom.request('POST', '/api/posteingang', Buffer.from('x'), headers);
    expect(await told(response)).toBe('400 platform.invalidInput');
  });
});

describe('too much', () => {
  it('is a form of more than 2 MB: 413', async () => {
    const check = requests.find(({ name }) => name.endsWith('/processes/check'))!;
    const body = Buffer.from(JSON.stringify({ xml: 'x'.repeat(3 * MEGABYTE) }));
    expect(await answerTo({ ...check, body }, JSON_TYPE)).toBe('413 platform.tooLarge');
    expect(await answerTo({ ...check, body: gzipSync(body) }, { ...JSON_TYPE, 'content-encoding': 'gzip' })).toBe(
      '413 platform.tooLarge',
    );
  });

  it('is a file above the configured size, whatever it announces: 413', async () => {
    expect(await mailRoom.upload('groß.pdf', Buffer.alloc(MEGABYTE + 1))).toMatchObject({
      code: 'platform.tooLarge',
      message: { de: 'Die Datei ist größer als 1 MB.' },
    });
    expect(await mailRoom.upload('passt.txt', Buffer.alloc(MEGABYTE, 97))).toMatchObject({ duplicate: false });
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

async function answerTo(request: PossibleRequest, headers: Record<string, string> = {}): Promise<string> {
  const client = await server.with(request.permission);
  const all = { ...headersFor(request), ...headers };
  return told(await client.request(request.method, request.path, request.body, all));
}

async function told(response: Response): Promise<string> {
  const { code } = (await response.json()) as { code?: string };
  return `${response.status} ${code}`;
}

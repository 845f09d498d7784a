import { randomUUID } from 'node:crypto';
import { isRejection } from '../../../server/contract/rejections.js';
import type { EingangView } from '../../../server/contract/views.js';
import { eventually, type ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';

let server: BuiltServer;
let mailRoom: ApiClient;
beforeAll(async () => {
  server = await openBuiltServer();
  mailRoom = await server.as('ines.vogt');
}, 60_000);
afterAll(() => server.close());

// PostgreSQL stores neither a NUL nor half a surrogate pair.
describe.each([
  ['a NUL', 'a\0b'],
  ['half a character', 'a\ud83db'],
])('a text with %s', (_what, text) => {
  it('is refused as the note of an Eingang, and the Eingang stays as it was', async () => {
    const eingang = await examined();
    const input = { eingangId: eingang.id, version: eingang.version, note: text };
    expect(await mailRoom.act('posteingang.setAsideEingang', input)).toMatchObject({ code: 'platform.invalidInput' });
    expect(await mailRoom.get(`/api/posteingang/${eingang.id}`)).toEqual(eingang);
  });

  it.each(['betreff', 'processId'])('is refused as %s of a filed letter, which stays on the desk', async (field) => {
    const eingang = await examined();
    const plan = await mailRoom.get<{ einheiten: { id: string }[] }>('/api/aktenplan/einheiten');
    const aktenplaneinheitId = plan.einheiten[0]!.id;
    const target = { kind: 'aktenplaneinheit', aktenplaneinheitId, akteBetreff: 'A', vorgangBetreff: 'V' } as const;
    const { id: eingangId, version } = eingang;
    const input = { eingangId, version, target, betreff: 'B', letterDate: null, processId: null, [field]: text };
    expect(await mailRoom.act('posteingang.assignEingang', input)).toMatchObject({ code: 'platform.invalidInput' });
    expect(await mailRoom.get(`/api/posteingang/${eingangId}`)).toEqual(eingang);
  });

  it('is refused as a login', async () => {
    const response = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: text, password: text }),
    });
    expect(response.status).toBe(400);
  });

  it('is refused as a model', async () => {
    const administration = await server.as('kim.okafor');
    expect(await administration.act('workflow.deployProcess', { xml: `<a>${text}</a>` })).toMatchObject({
      code: 'platform.invalidInput',
      message: { de: expect.stringContaining('xml') },
    });
  });
});

it('is found however deep it lies, and depth alone does no harm', async () => {
  const post = (body: string) =>
    mailRoom.request('POST', '/api/acts/posteingang.setAsideEingang', Buffer.from(body), {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    });
  const nested = (text: string) => `${'['.repeat(200_000)}${text}${']'.repeat(200_000)}`;
  for (const body of [nested('"\\u0000"'), nested('"a"'), `{"data":${nested('1')}}`]) {
    expect((await post(body)).status).toBe(400);
  }
});

describe('a NUL in an address', () => {
  it.each(['/api/processes/%00/1', '/api/processes/a%00b/1'])('is refused: %s', async (path) => {
    expect((await (await server.as('jana.petersen')).request('GET', path)).status).toBe(400);
  });
});

it('leaves no incident behind', () => expect(server.output()).not.toContain('unexpected error'));

async function examined(): Promise<EingangView> {
  const uploaded = await mailRoom.upload('brief.txt', Buffer.from(`Guten Tag ${randomUUID()}`));
  if (isRejection(uploaded)) throw new Error(uploaded.code);
  return eventually(async () => {
    const view = await mailRoom.get<EingangView>(`/api/posteingang/${uploaded.eingangId}`);
    return view.state !== 'empfangen' && view;
  }, 'examined');
}

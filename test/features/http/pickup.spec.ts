import type { PickupView, WeitergabeView } from '../../../server/contract/weitergabe-views.js';
import { openPackage } from '../../../archive/package/read-package.js';
import { eventually } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { done } from '../../support/closed-vorgang.js';
import { rechnungXml } from '../../support/letters.js';
import { connected } from '../../support/replay.js';
import { assignmentOf } from '../../support/way-of-a-letter.js';
import { jana, secrets } from '../../support/weitergaben.js';

let server: BuiltServer;
const given = secrets();
let weitergabeId: string;
beforeAll(async () => {
  server = await openBuiltServer({ LAUFMAPPE_LOG: 'trace' });
  const [ines, client] = [await server.as('ines.vogt'), await server.as(jana)];
  const { eingangId } = done(await ines.upload('Rechnung.xml', Buffer.from(rechnungXml())));
  const assigned = { ...(await assignmentOf(ines, eingangId)), processId: null };
  const { vorgangId } = done(await ines.act('posteingang.assignEingang', assigned));
  const { akte } = await client.get<{ akte: { id: string } }>(`/api/vorgaenge/${vorgangId}`);
  const to = { kind: 'aussen', recipient: 'Nachbarkreis', downloads: 1, ...given } as const;
  const order = { akteId: akte.id, kind: 'kopie', to, dokumentIds: null, reason: 'Amtshilfe', days: 30 } as const;
  weitergabeId = done(await client.act('weitergabe.orderWeitergabe', order)).weitergabeId;
  await eventually(async () => {
    const { state } = await client.get<WeitergabeView>(`/api/weitergaben/${weitergabeId}`);
    return state === 'bereit';
  }, 'the package');
}, 60_000);
afterAll(() => server.close());

const post = (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/weitergaben/pickup${path}`, { method: 'POST', body, headers });
const JSON_BODY = { 'content-type': 'application/json' };

describe('the door through which an authority outside fetches a package', () => {
  it('F13 refuses a foreign page, a wrong code, and a body that is none, and nobody has to sign in to be told', async () => {
    const right = JSON.stringify(given);
    for (const headers of [{ origin: 'https://boese.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const foreign = await post('', right, { ...JSON_BODY, ...headers });
      expect(await foreign.json()).toMatchObject({ status: 403, code: 'identity.foreignOrigin' });
    }
    const wrong = await post('', JSON.stringify({ ...given, code: secrets().code }), JSON_BODY);
    expect([wrong.status, await wrong.json()]).toMatchObject([403, { code: 'weitergabe.pickupInvalid' }]);
    expect((await post('', '{', JSON_BODY)).status).toBe(400);
    expect((await post('/file', new URLSearchParams({ token: 'x'.repeat(9_000) }))).status).toBe(413);
    expect((await fetch(`${server.url}/api/weitergaben/pickup`)).status).toBe(401);
  });

  it('F13 gives the whole package to whoever has link and code, once, sets no cookie, and writes neither into a log', async () => {
    const looked = await post('', JSON.stringify(given), JSON_BODY);
    expect(looked.headers.getSetCookie()).toEqual([]);
    const shown = (await looked.json()) as PickupView;
    expect(shown).toMatchObject({ from: 'Musterkreis', dokumente: 1, downloadsLeft: 1 });
    const fetched = await post('/file', new URLSearchParams(given));
    expect([fetched.status, fetched.headers.getSetCookie()]).toEqual([200, []]);
    const zip = await openPackage(Buffer.from(await fetched.arrayBuffer()));
    expect(zip.kind === 'open' && zip.entries.map(({ name }) => name)).toContain('manifest.csv');
    if (zip.kind === 'open') zip.close();
    expect((await post('/file', new URLSearchParams(given))).status).toBe(403);
    const log = server.output();
    for (const secret of [given.token, given.code]) expect(log).not.toContain(secret);
    const rows = await connected(server.urls.ownerUrl, async (database) => {
      const { rows: found } = await database.query<{ text: string }>(
        `SELECT coalesce(string_agg(to_jsonb(w)::text, ''), '') || coalesce((SELECT string_agg(r.result::text, '')
                  FROM act_result r), '') AS text FROM weitergabe w`,
      );
      return found;
    });
    for (const secret of [given.token, given.code]) expect(rows[0]?.text).not.toContain(secret);
  });
});

import type { NotificationsView } from '../../../server/contract/notification-views.js';
import { eventually } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { officeWalk } from '../../support/pages/office-walk.js';

let server: BuiltServer;
beforeAll(async () => {
  server = await openBuiltServer();
}, 60_000);
afterAll(() => server.close());

const ROUTES = ['/api/notifications', '/api/notifications/rules'];

describe('the notifications of a person, asked over HTTP', () => {
  it('are refused to visitors, and to whoever has no Aufgaben', async () => {
    for (const path of ROUTES) {
      expect((await fetch(server.url + path)).status).toBe(401);
      const answer = await (await server.as('kim.okafor')).request('GET', path);
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'identity.notPermitted' }]);
    }
  });

  it('tell an Aufgabe to the person who has it, and nobody else of it', async () => {
    const office = officeWalk(server.url);
    const { vorgangId } = await office.file({ nummer: 'RE-2026-4901' });
    const { id } = await office.aufgabe('jana.petersen', 'pruefung', vorgangId);
    const heard = async (login: string) => {
      const { streams } = await (await server.as(login)).get<NotificationsView>('/api/notifications');
      return streams
        .flatMap(({ groups }) => groups)
        .flatMap(({ entries }) => entries)
        .some(({ aufgabe }) => aufgabe?.id === id);
    };
    await eventually(() => heard('jana.petersen'), 'the bell of Jana');
    expect(await heard('deniz.aydin')).toBe(false);
  });
});

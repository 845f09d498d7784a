import { eventually, type ApiClient } from '../../../test/support/api-client.js';
import { openDoor, type Door } from './door.testing.js';

let door: Door;

beforeAll(async () => {
  door = await openDoor({ heartbeatMilliseconds: 50 });
});
afterAll(() => door.close());

const sql = (statement: string, parameters: readonly unknown[]) =>
  door.bench.database.transaction(door.bench.mandantId, (queries) => queries.query(statement, parameters));

/** An open stream: how many heartbeats it has had, and whether the server has ended it. */
async function listen(client: ApiClient) {
  const response = await client.request('GET', '/api/live');
  const stream = { beats: 0, state: 'open' as 'open' | 'ended' };
  void (async () => {
    for await (const chunk of response.body!)
      stream.beats +=
        Buffer.from(chunk as Uint8Array)
          .toString()
          .split('heartbeat').length - 1;
    stream.state = 'ended';
  })().catch(() => undefined);
  return stream;
}

describe('a live stream', () => {
  it.each<[string, string, (client: ApiClient) => Promise<unknown>]>([
    ['signs out', 'helga.brandt', (client) => client.request('POST', '/api/sign-out')],
    [
      'is switched off',
      'tomasz.sliwa',
      ({ session }) => sql(`UPDATE person SET active = false WHERE id = $1`, [session.person.id]),
    ],
    [
      'is thrown out',
      'amir.rakimov',
      ({ session }) => sql(`DELETE FROM session WHERE sess ->> 'personId' = $1`, [session.person.id]),
    ],
  ])('ends when its person %s, and that of a colleague goes on', async (_what, login, leave) => {
    const [client, colleague] = [await door.signIn(login), await door.signIn('jana.petersen')];
    const [own, other] = [await listen(client), await listen(colleague)];
    await eventually(async () => own.beats > 2 && other.beats > 2, 'heartbeats');
    await leave(client);
    await eventually(async () => own.state === 'ended', 'the end of the stream');
    const before = other.beats;
    await eventually(async () => other.beats > before + 2, 'further heartbeats of the colleague');
    expect(other.state).toBe('open');
  });
});

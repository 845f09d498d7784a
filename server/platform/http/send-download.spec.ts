import { reject } from '../../contract/rejections.js';
import { openDoor, type Door } from './door.testing.js';
import { download } from './routes.js';

let door: Door;

async function* pieces(fault: 'none' | 'fault'): AsyncGenerator<string> {
  yield 'first\n';
  // What was sent must reach the reader before the fault does.
  yield* await Promise.resolve(['second\n'.repeat(20_000)]);
  if (fault === 'fault') throw new Error('the database went away');
}

beforeAll(async () => {
  door = await openDoor({
    routes: [
      download('/api/lists/:id', 'akte.read', async (_tx, { id }, _query, readAgain) => {
        if (id === 'none') return reject('platform.notFound');
        const { name } = await readAgain((again) => Promise.resolve({ name: `Liste für ${again.actor.name}.csv` }));
        return { name, mime: 'text/csv; charset=utf-8', pieces: pieces(id === 'broken' ? 'fault' : 'none') };
      }),
    ],
  });
});
afterAll(() => door.close());

const get = async (path: string, login = 'jana.petersen') => (await door.signIn(login)).request('GET', path);

describe('a download', () => {
  it('is refused to whoever lacks its permission, and where there is nothing, as a problem', async () => {
    expect(await (await get('/api/lists/x', 'kim.okafor')).json()).toMatchObject({ code: 'identity.notPermitted' });
    const missing = await get('/api/lists/none');
    expect([missing.status, missing.headers.get('content-disposition')]).toEqual([404, null]);
  });

  it('that breaks off in the middle ends the connection, so that nobody takes half for the whole', async () => {
    const response = await get('/api/lists/broken');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('leaves as a file with its name, is never cached and never shown as a page', async () => {
    const response = await get('/api/lists/x');
    expect(await response.text()).toHaveLength(6 + 7 * 20_000);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Liste%20f%C3%BCr%20Jana%20Petersen.csv",
    );
  });
});

import { z } from 'zod';
import { reject } from '../../contract/rejections.js';
import { act } from '../act.js';
import { newId } from '../ids.js';
import { openDoor, type Door } from './door.testing.js';
import { view } from './routes.js';

let door: Door;
let version = 7;

beforeAll(async () => {
  const close = act('akte.closeZdA', z.object({ vorgangId: z.string(), version: z.int() }), (_tx, input) =>
    Promise.resolve(
      input.version === version ? { zdaDate: 'heute', aufbewahrungsende: null } : reject('platform.stale'),
    ),
  );
  door = await openDoor({
    acts: [close],
    routes: [
      view('/api/things/versioned', 'akte.read', () => Promise.resolve({ version, name: 'x' })),
      view('/api/things/plain', 'akte.read', () => Promise.resolve({ names: ['x'] })),
    ],
  });
});
afterAll(() => door.close());
beforeEach(() => {
  version = 7;
});

const read = async (path: string, headers: Record<string, string> = {}) =>
  (await door.signIn('jana.petersen')).request('GET', path, undefined, headers);
const close = async (body: object, headers: Record<string, string>) => {
  const jana = await door.signIn('jana.petersen');
  const response = await jana.request('POST', '/api/acts/akte.closeZdA', body, {
    'idempotency-key': newId(),
    ...headers,
  });
  const { code } = (await response.json()) as { code?: string };
  return `${response.status} ${code ?? 'done'}`;
};

describe('If-Match', () => {
  it.each(['*', '"x"', 'W/"v7.x"', '"v7"', 'v7.x', '"v99999999999.x"'])(
    'refuses %s, which names no version',
    async (tag) => {
      expect(await close({ vorgangId: 'x' }, { 'if-match': tag })).toBe('400 platform.invalidInput');
    },
  );

  it('refuses a version that is no longer the one, with 412; without the header with 409', async () => {
    expect(await close({ vorgangId: 'x' }, { 'if-match': '"v6.x"' })).toBe('412 platform.preconditionFailed');
    expect(await close({ vorgangId: 'x', version: 6 }, {})).toBe('409 platform.stale');
  });

  it('refuses a header and a field that say different things', async () => {
    expect(await close({ vorgangId: 'x', version: 6 }, { 'if-match': '"v7.x"' })).toBe(
      '412 platform.preconditionFailed',
    );
  });

  it('is the tag of the view, so that nobody has to know the field', async () => {
    const tag = (await read('/api/things/versioned')).headers.get('etag') ?? '';
    expect(await close({ vorgangId: 'x' }, { 'if-match': tag })).toBe('200 done');
    expect(await close({ vorgangId: 'x', version: 7 }, { 'if-match': tag })).toBe('200 done');
  });
});

describe('the ETag of a view', () => {
  it('changes with what the view says, and answers 304 to who has it', async () => {
    const tag = (await read('/api/things/versioned')).headers.get('etag') ?? '';
    expect((await read('/api/things/versioned', { 'if-none-match': tag })).status).toBe(304);
    version = 8;
    const changed = await read('/api/things/versioned', { 'if-none-match': tag });
    expect([changed.status, await changed.json()]).toEqual([200, { version: 8, name: 'x' }]);
    expect((await read('/api/things/plain')).headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  });
});

import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { reject } from '../../contract/rejections.js';
import { openDoor, type Door } from './door.testing.js';
import { question, upload, view } from './routes.js';

let door: Door;
const taken: { name: string; content: string; actor: string }[] = [];

beforeAll(async () => {
  door = await openDoor({
    routes: [
      view('/api/things/:id', 'akte.read', (tx, { id }, { list }) => Promise.resolve({ id, list, who: tx.actor.name })),
      question('/api/things/count', 'akte.read', z.object({ ids: z.array(z.int()) }), (_tx, { ids }) =>
        Promise.resolve({ count: ids.length }),
      ),
      upload('/api/things', 'posteingang.receive', async ({ actor }, { name, bytes }) => {
        if (name === 'refused.pdf') return reject('platform.storageFull');
        taken.push({ name, content: await text(bytes), actor: actor.name });
        return { taken: taken.length };
      }),
    ],
  });
});
afterAll(() => door.close());

async function send(login: string, name: string | null, content: string, type = 'application/octet-stream') {
  const headers = { 'content-type': type, ...(name === null ? {} : { 'x-file-name': name }) };
  return (await door.signIn(login)).request('POST', '/api/things', new TextEncoder().encode(content), headers);
}

describe('a view', () => {
  it('refuses whoever lacks its permission, and names it', async () => {
    const response = await (await door.signIn('kim.okafor')).request('GET', '/api/things/7');
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { code: 'identity.notPermitted', message: { de: expect.stringContaining('akte.read') } },
    ]);
  });

  it('gets the places of its path, the query and the person who asks', async () => {
    const jana = await door.signIn('jana.petersen');
    expect(await jana.get('/api/things/a%2Fb?list=gruppe')).toEqual({
      id: 'a/b',
      list: 'gruppe',
      who: 'Jana Petersen',
    });
  });
});

describe('a question', () => {
  it('refuses whoever lacks its permission before it looks at the input', async () => {
    const response = await (await door.signIn('kim.okafor')).request('POST', '/api/things/count', { ids: 'none' });
    expect(await response.json()).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses input of another shape, and names the field', async () => {
    const jana = await door.signIn('jana.petersen');
    for (const [body, field] of [
      [{ ids: 'none' }, 'ids'],
      [undefined, 'input'],
    ] as const) {
      const response = await jana.request('POST', '/api/things/count', body);
      expect(await response.json()).toMatchObject({
        code: 'platform.invalidInput',
        message: { en: expect.stringContaining(field) },
      });
    }
  });

  it('is answered from its body', async () => {
    const jana = await door.signIn('jana.petersen');
    expect(await (await jana.request('POST', '/api/things/count', { ids: [1, 2] })).json()).toEqual({ count: 2 });
  });
});

describe('an upload', () => {
  it('refuses whoever lacks its permission without reading the file', async () => {
    const response = await send('jana.petersen', 'brief.pdf', 'x'.repeat(1_000_000));
    expect([response.status, response.headers.get('connection')]).toEqual([403, 'close']);
    expect(taken.filter(({ name }) => name === 'brief.pdf')).toEqual([]);
  });

  it.each([null, '', '%E0%A4%A'])('refuses the file name %p', async (name) => {
    const response = await send('ines.vogt', name, 'x');
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'platform.invalidInput' }]);
  });

  it('passes on why its source refused', async () => {
    const response = await send('ines.vogt', 'refused.pdf', 'x');
    expect([response.status, await response.json()]).toMatchObject([507, { code: 'platform.storageFull' }]);
  });

  it('hands over the bytes as they are, with the name in any alphabet', async () => {
    const response = await send('ines.vogt', encodeURIComponent('Bescheid Köln Ṟ.pdf'), 'inhalt');
    expect(response.status).toBe(201);
    expect(taken.at(-1)).toEqual({ name: 'Bescheid Köln Ṟ.pdf', content: 'inhalt', actor: 'Ines Vogt' });
  });

  it.each(['application/json', 'text/html', 'application/x-www-form-urlencoded'])(
    'takes a file that calls itself %s byte for byte, too',
    async (type) => {
      await send('ines.vogt', 'daten.json', '{ "a" :  1 }', type);
      expect(taken.at(-1)?.content).toBe('{ "a" :  1 }');
    },
  );
});

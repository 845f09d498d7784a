import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VorgangView } from '../../server/contract/views.js';
import type { EditorView } from '../../server/contract/wopi-views.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { signIn } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { answered, editorClient } from '../support/editor-client.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../support/server-process.js';
import { textDraft } from '../support/text-draft.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let database: TestDatabase;
let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
let editor: Server;
let port: number;

beforeAll(async () => {
  database = await testDatabase(migrate);
  folder = await temporaryDataFolder();
  editor = createServer((_request, response) => response.end(discovery()));
  await once(editor.listen(0, '127.0.0.1'), 'listening');
  port = await freePort();
});
afterAll(async () => {
  editor.closeAllConnections();
  await once(editor.close(), 'close');
  await database.drop();
  await folder.remove();
});

describe('a server that loses its power while a Dokument is edited in the browser', () => {
  it('has lost nothing that was saved: the editor goes on under its lock, and one version comes of it', async () => {
    let server = await start();
    const jana = await signIn(server.url, 'jana.petersen');
    expect(await jana.get<EditorView>('/api/editor')).toEqual({
      ...{ state: 'ready', extensions: ['txt'], origin: originOf(editor) },
    });
    const { vorgangId, dokumentId } = await textDraft(jana);
    const token = randomBytes(32).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const opened = done(await jana.act('wopi.openEditor', { dokumentId, tokenHash }));
    const source = new URL(opened.address).searchParams.get('WOPISrc');
    expect(source).toBe(`http://127.0.0.1:${port}/wopi/files/${dokumentId}`);

    const client = editorClient({ url: `http://127.0.0.1:${port}`, dokumentId, token, key: privateKey });
    expect(answered(await client.ask('LOCK', 'L'))).toEqual([200, null]);
    expect((await client.save('L', 'vor dem Absturz')).status).toBe(200);
    await server.kill();
    server = await start();
    try {
      expect(answered(await client.ask('GET_LOCK'))).toEqual([200, 'L']);
      expect(await (await client.read()).text()).toBe('vor dem Absturz');
      expect((await client.save('L', 'nach dem Absturz')).status).toBe(200);
      expect(answered(await client.ask('UNLOCK', 'L'))).toEqual([200, null]);
      const { register } = await jana.get<VorgangView>(`/api/vorgaenge/${vorgangId}`);
      expect(register.find(({ id }) => id === dokumentId)).toMatchObject({
        checkout: null,
        versions: [{ nummer: 1 }, { nummer: 2, comment: 'im Browser bearbeitet', createdBy: 'Jana Petersen' }],
      });
      expect((await jana.bytes(`/api/dokumente/${dokumentId}/versionen/2`)).toString()).toBe('nach dem Absturz');
      await jana.request('POST', '/api/sign-out', {});
      expect((await client.check()).status).toBe(401);
      expect(server.output()).not.toContain(token);
    } finally {
      await server.stop();
    }
  }, 120_000);
});

function start(): Promise<ServerProcess> {
  return startServerProcess(folder.path, {
    PORT: String(port),
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_SESSION_URL: database.sessionUrl,
    LAUFMAPPE_MODE: 'demo',
    LAUFMAPPE_EDITOR_URL: originOf(editor),
    LAUFMAPPE_EDITOR_HOST_URL: `http://127.0.0.1:${port}`,
  });
}

function discovery(): string {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const base64 = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const action = `<action name="edit" ext="txt" urlsrc="${originOf(editor)}/cool.html?"/>`;
  const key = `<proof-key modulus="${base64(n)}" exponent="${base64(e)}"/>`;
  return `<wopi-discovery><net-zone name="external-http"><app name="writer">${action}</app></net-zone>${key}</wopi-discovery>`;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port: free } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return free;
}

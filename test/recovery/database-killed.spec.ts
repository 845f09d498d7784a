import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EingangRow } from '../../server/contract/views.js';
import { eventually, signIn } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { startServerProcess, temporaryDataFolder } from '../support/server-process.js';

let folder: { path: string; remove(): Promise<void> };
beforeEach(async () => void (folder = await temporaryDataFolder()));
afterEach(() => folder.remove());

describe('a PostgreSQL that is killed under the server', () => {
  it('ends the server with one line that says so, and the next start goes on with everything', async () => {
    const server = await startServerProcess(folder.path);
    const client = await signIn(server.url, 'ines.vogt');
    const { eingangId } = done(await client.upload('brief.txt', Buffer.from('Guten Tag')));
    process.kill(await postmaster(), 'SIGKILL');
    await eventually(async () => /Die Datenbank wurde beendet/.test(server.output()), 'the sentence about it');
    expect(await server.stop()).toBe(1);
    const said = server
      .output()
      .split('\n')
      .filter((line) => line.includes('Datenbank wurde beendet'));
    expect(said).toEqual([expect.stringMatching(/^Die Datenbank wurde beendet \(.+\)\.$/)]);
    expect(server.output()).not.toMatch(/^\s+at .+:\d+/m);

    const next = await startServerProcess(folder.path);
    try {
      const again = await signIn(next.url, 'ines.vogt');
      const examined = await eventually(async () => {
        const view = await again.get<EingangRow>(`/api/posteingang/${eingangId}`);
        return view.state !== 'empfangen' && view;
      }, 'the letter from before');
      expect(examined.fileName).toBe('brief.txt');
    } finally {
      await next.stop();
    }
  }, 60_000);

  it('fails a request in flight as a refusal or a cut connection, never as a success', async () => {
    const server = await startServerProcess(folder.path);
    const client = await signIn(server.url, 'ines.vogt');
    const sent = Array.from({ length: 20 }, (_, index) =>
      client
        .request('POST', '/api/posteingang', Buffer.from(`Brief ${index}`), {
          'x-file-name': `brief-${index}.txt`,
          'content-type': 'application/octet-stream',
        })
        .then(
          async (response) => (response.ok ? ((await response.json()) as { eingangId: string }).eingangId : null),
          () => null,
        ),
    );
    process.kill(await postmaster(), 'SIGKILL');
    const promised = (await Promise.all(sent)).filter((id) => id !== null);
    await server.stop();

    const next = await startServerProcess(folder.path);
    try {
      const { items } = await (await signIn(next.url, 'ines.vogt')).get<{ items: EingangRow[] }>('/api/posteingang');
      const kept = new Set(items.map(({ id }) => id));
      expect(promised.filter((id) => !kept.has(id))).toEqual([]);
    } finally {
      await next.stop();
    }
  }, 60_000);
});

/** Process id of the PostgreSQL of this data folder: the first line of its pid file. */
async function postmaster(): Promise<number> {
  const text = await readFile(join(folder.path, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

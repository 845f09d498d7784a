import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderTransport } from './folder-transport.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-ausgang-'));
});
afterEach(() => rm(folder, { recursive: true }));

const envelope = (messageId: string) => ({ from: 'a@kreis.example', to: ['b@amt.example'], messageId });

describe('the folder transport', () => {
  it('lets no Message-ID lead out of its folder', async () => {
    const inner = join(folder, 'ausgang');
    await createFolderTransport(inner).send(envelope('<../../evil@x>'), Buffer.from('mail'));
    expect(await readdir(folder)).toEqual(['ausgang']);
    expect(await readdir(inner)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.eml$/)]);
  });

  it('tells no place to people who have not signed in', () => {
    const { about, place } = createFolderTransport(folder);
    expect(about.de + about.en).not.toContain(folder);
    expect(place).toBe(folder);
  });

  it('writes each mail once, whole, and the same mail in its own place', async () => {
    const transport = createFolderTransport(folder);
    await transport.send(envelope('<1@x>'), Buffer.from('first'));
    const again = await transport.send(envelope('<1@x>'), Buffer.from('first'));
    await transport.send(envelope('<2@x>'), Buffer.from('second'));
    expect(again).toMatchObject({ kind: 'taken', refused: [] });
    const names = await readdir(folder);
    const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(contents.sort()).toEqual(['first', 'second']);
  });
});

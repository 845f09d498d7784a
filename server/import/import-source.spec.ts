import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { done } from '../../test/support/closed-vorgang.js';
import { openSource, type SourceFile } from './import-source.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'laufmappe-source-'))));
afterEach(() => rm(folder, { recursive: true }));

async function fileWith(bytes: Buffer): Promise<SourceFile> {
  await writeFile(join(folder, 'a.txt'), bytes);
  const found = await done(await openSource(folder)).find('a.txt');
  if ('de' in found) throw new Error(found.de);
  return found;
}

describe('a file of the source', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'is read whole where it has %i bytes, as often as asked',
    async (size) => {
      const bytes = Buffer.alloc(size, 'Guten Tag');
      const file = await fileWith(bytes);
      expect(file.size).toBe(size);
      for (let time = 0; time < 2; time++) expect((await buffer(file.bytes())).equals(bytes)).toBe(true);
    },
  );

  it('is read as it is now where it has grown or shrunk since it was found', async () => {
    const file = await fileWith(Buffer.from('Guten'));
    await appendFile(join(folder, 'a.txt'), ' Tag');
    expect(String(await buffer(file.bytes()))).toBe('Guten Tag');
    await truncate(join(folder, 'a.txt'), 2);
    expect(String(await buffer(file.bytes()))).toBe('Gu');
  });
});

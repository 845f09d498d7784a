import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inScratchFolder } from './scratch-folder.js';

describe('inScratchFolder', () => {
  it('is gone after the work, and after work that throws', async () => {
    const place = await mkdtemp(join(tmpdir(), 'laufmappe-scratch-'));
    const parent = join(place, 'missing', 'yet');
    try {
      const found = await inScratchFolder(parent, 'reading', async (folder) => {
        await writeFile(join(folder, 'original'), 'bytes');
        return readdir(parent);
      });
      expect(found).toEqual([expect.stringMatching(/^reading-/)]);
      const broken = inScratchFolder(parent, 'reading', () => Promise.reject(new Error('broken')));
      await expect(broken).rejects.toThrow('broken');
      expect(await readdir(parent)).toEqual([]);
    } finally {
      await rm(place, { recursive: true });
    }
  });
});

import { tmpdir } from 'node:os';
import { requireRoom } from './require-room.js';

const disk = (megabytes: number) => () => Promise.resolve(megabytes * 1_000_000);

describe('requireRoom', () => {
  it('F26 refuses to start with a limit that the disk could never hold, and says which one it could', async () => {
    await expect(requireRoom('data', 2_000_000_000, disk(3_500))).rejects.toMatchObject({
      code: 'limitExceedsDisk',
      de: 'LAUFMAPPE_MAX_FILE_MB lässt Dateien bis 2000 MB zu, der Datenträger von data hat aber nur 3500 MB.',
      remedyEn: expect.stringContaining('at most 1750'),
    });
  });

  it('lets a limit pass that fits twice', async () => {
    await requireRoom('data', 2_000_000_000, disk(4_000));
    await requireRoom(tmpdir(), 1_000_000);
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FolderItem, Refusal } from './intake-port.js';
import { createScanFolder } from './scan-folder.js';

let folder: string;
let taken: { name: string; content: string; sourceKey: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-folder-'));
  taken = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const accepting = {
  receive: async ({ name, sourceKey, open }: FolderItem) => {
    const content = await text(open() as never);
    // The unique source key of the table: looking and writing are one step.
    if (taken.some((earlier) => earlier.sourceKey === sourceKey)) return 'duplicate' as const;
    taken.push({ name, sourceKey, content });
    return 'received' as const;
  },
};
const refusing = (lasts: Refusal['lasts']) => ({
  receive: () => Promise.resolve({ kind: 'refusal', lasts, de: 'zu groß', en: 'too large' } as const),
});

describe('the watched folder', () => {
  it('leaves a file alone that is still growing', async () => {
    const scan = createScanFolder(folder, accepting);
    for (const content of ['a', 'ab', 'abc']) {
      await writeFile(join(folder, 'brief.pdf'), content);
      await scan.poll();
    }
    expect(taken).toEqual([]);
  });

  it.each(['brief.pdf.part', '.versteckt.pdf', '~brief.pdf', 'brief.tmp'])('does not touch %s', async (name) => {
    await writeFile(join(folder, name), 'x');
    const scan = createScanFolder(folder, accepting);
    await scan.poll();
    await scan.poll();
    expect([taken.length, await readdir(folder)]).toEqual([0, expect.arrayContaining([name])]);
  });

  it('does not follow a link and does not enter folders', async () => {
    await symlink('/etc/hostname', join(folder, 'link.pdf'));
    await mkdir(join(folder, 'ablage'));
    await writeFile(join(folder, 'ablage', 'brief.pdf'), 'x');
    const scan = createScanFolder(folder, accepting);
    await scan.poll();
    await scan.poll();
    expect(taken).toEqual([]);
  });

  it('says that it cannot read the folder instead of failing', async () => {
    const file = join(folder, 'no-folder');
    await writeFile(file, '');
    const report = await createScanFolder(file, accepting).poll();
    expect(report.trouble?.de).toContain('nicht lesbar');
  });

  it('puts a refused file aside with the reason beside it', async () => {
    await writeFile(join(folder, 'brief.pdf'), 'x');
    const scan = createScanFolder(folder, refusing('permanent'));
    await scan.poll();
    expect(await scan.poll()).toMatchObject({ setAside: 1, trouble: null });
    const aside = (await readdir(join(folder, 'fehler'))).sort();
    expect(aside).toEqual([expect.stringMatching(/ brief\.pdf$/), expect.stringMatching(/ brief\.pdf\.grund\.txt$/)]);
    expect(await readFile(join(folder, 'fehler', aside[1] ?? ''), 'utf8')).toContain('zu groß');
  });

  it('keeps a file and tries again while the reason is temporary', async () => {
    await writeFile(join(folder, 'brief.pdf'), 'inhalt');
    const failing = createScanFolder(folder, refusing('temporary'));
    await failing.poll();
    expect(await failing.poll()).toMatchObject({ trouble: { en: 'too large' } });
    await createScanFolder(folder, accepting).poll();
    expect(taken).toMatchObject([{ name: 'brief.pdf', content: 'inhalt' }]);
  });

  it('takes a file that rests, byte for byte, and moves it away', async () => {
    await writeFile(join(folder, 'Bescheid Köln.pdf'), 'inhalt');
    const scan = createScanFolder(folder, accepting);
    await scan.poll();
    expect(await scan.poll()).toEqual({ received: 1, setAside: 0, trouble: null });
    expect(taken).toMatchObject([{ name: 'Bescheid Köln.pdf', content: 'inhalt' }]);
    expect(await readdir(join(folder, 'erledigt'))).toHaveLength(1);
    expect(await scan.poll()).toMatchObject({ received: 0 });
  });

  it('takes each file once when two watchers look at the same folder', async () => {
    for (let count = 0; count < 20; count++) await writeFile(join(folder, `${count}.pdf`), String(count));
    const watchers = [createScanFolder(folder, accepting), createScanFolder(folder, accepting)];
    for (let look = 0; look < 3; look++) await Promise.all(watchers.map((watcher) => watcher.poll()));
    expect(new Set(taken.map(({ name }) => name)).size).toBe(20);
    expect(taken).toHaveLength(20);
  });

  it('hands over again under the same key what a crash left claimed', async () => {
    await writeFile(join(folder, 'brief.pdf'), 'x');
    const crashing = createScanFolder(folder, {
      receive: async (item) => {
        await accepting.receive(item);
        throw new Error('killed');
      },
    });
    await crashing.poll();
    await crashing.poll();
    await createScanFolder(folder, accepting).poll();
    expect(taken).toHaveLength(1);
    expect(await readdir(join(folder, 'erledigt'))).toHaveLength(1);
  });
});

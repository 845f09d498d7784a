import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { reject } from '../contract/rejections.js';
import type { Lanes } from '../platform/jobs/lanes.js';
import { createIndexLoop } from './index-loop.js';
import { createTextLoop } from './text-loop.js';
import type { TextReader } from './text/text-reader.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const refusesAll: TextReader = {
  read: () => Promise.resolve(reject('search.readerUnavailable')),
  recognise: () => Promise.reject(new Error('no scan was ordered')),
  close: () => Promise.resolve(),
};

function loopWith(own: Partial<TextReader>): Lanes {
  const { database, runner, clock, objects } = bench;
  return createTextLoop({ database, runner, clock, objects, reader: { ...refusesAll, ...own } });
}

/** The hash of bytes that are filed and whose words are due. */
async function unreadText(content: string): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(content)])));
  await addedDokument(bench, vorgangId, { file: { ...stored, mime: 'application/pdf', name: 'brief.pdf' } });
  await createIndexLoop({ database: bench.database, runner: bench.runner, objects: bench.objects }).drain();
  return stored.sha256;
}

const textOf = async (sha256: string) =>
  (await bench.sql(`SELECT state, content, origin FROM search_text WHERE object_hash = $1`, [sha256]))[0];

describe('the loop of the texts', () => {
  it('leaves what cannot be read now, and takes it again five minutes later', async () => {
    const sha256 = await unreadText('Ein Brief, den heute niemand liest');
    await loopWith({}).drain();
    const willing = loopWith({ read: () => Promise.resolve({ state: 'text', content: 'gelesen' }) });
    await willing.drain();
    expect(await textOf(sha256)).toMatchObject({ state: 'due' });
    bench.clock.advance(300_000);
    await willing.drain();
    expect(await textOf(sha256)).toEqual({ state: 'text', content: 'gelesen', origin: 'bytes' });
  });

  it('reads the others where one cannot be opened', async () => {
    const [broken, good] = [await unreadText('Der erste Brief'), await unreadText('Der zweite Brief')];
    const loop = loopWith({
      read: async (bytes) => {
        const content = Buffer.concat((await bytes.toArray()) as Buffer[]).toString();
        if (content.includes('erste')) throw new Error('the storage is away');
        return { state: 'text', content };
      },
    });
    await loop.drain();
    expect(await textOf(broken)).toMatchObject({ state: 'due' });
    expect(await textOf(good)).toMatchObject({ state: 'text', content: 'Der zweite Brief' });
  });

  it('holds a scan from page to page, so that no other server begins it meanwhile', async () => {
    const sha256 = await unreadText('Seiten ohne Text');
    const taken: (string | undefined)[] = [];
    const other = loopWith({ recognise: () => Promise.reject(new Error('begun a second time')) });
    const loop = loopWith({
      read: () => Promise.resolve({ state: 'scan', content: '' }),
      recognise: async (_bytes, _mime, { onPage }) => {
        for (let page = 1; page <= 3; page++) {
          await onPage();
          bench.clock.advance(200_000);
          await other.drain();
          taken.push(((await textOf(sha256)) as { state: string }).state);
        }
        return { state: 'text', content: 'drei Seiten' };
      },
    });
    await loop.drain();
    expect(taken).toEqual(['due', 'due', 'due']);
    expect(await textOf(sha256)).toEqual({ state: 'text', content: 'drei Seiten', origin: 'ocr' });
  });

  it('ends a scan when the server stops, and begins it again later', async () => {
    const sha256 = await unreadText('Noch mehr Seiten ohne Text');
    let loop = loopWith({});
    loop = loopWith({
      read: () => Promise.resolve({ state: 'scan', content: '' }),
      recognise: async (_bytes, _mime, { signal }) => {
        await loop.stop();
        signal.throwIfAborted();
        return { state: 'none', content: '' };
      },
    });
    await loop.drain();
    expect(await textOf(sha256)).toMatchObject({ state: 'due' });
    bench.clock.advance(300_000);
    const found = { state: 'text', content: 'doch noch' } as const;
    await loopWith({ recognise: () => Promise.resolve(found) }).drain();
    expect(await textOf(sha256)).toMatchObject(found);
  });

  it('makes a Dokument due in the index again where there are words, and not where there are none', async () => {
    const [empty, full] = [await unreadText('Leere Seiten'), await unreadText('Volle Seiten')];
    await loopWith({
      read: async (bytes) => {
        const content = Buffer.concat((await bytes.toArray()) as Buffer[]).toString();
        return content.startsWith('Leere') ? { state: 'none', content: '' } : { state: 'text', content };
      },
    }).drain();
    const queued = await bench.sql<{ sha256: string }>(
      `SELECT v.sha256 FROM search_queue q JOIN dokument_version v ON v.dokument_id = q.record_id`,
    );
    expect(queued.map(({ sha256 }) => sha256)).toEqual([full]);
    expect(await textOf(empty)).toMatchObject({ state: 'none' });
  });
});

import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { fold } from './analysis/fold.js';
import { stem } from './analysis/stem.js';
import { quoted } from './analysis/vector.js';
import { createIndexLoop } from './index-loop.js';
import { indexRecords } from './index-records.js';
import type { ReadAtOnceParts } from './read-at-once.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

function loopWith(own: Partial<ReadAtOnceParts> = {}) {
  const { database, runner, objects } = bench;
  return createIndexLoop({ database, runner, objects, ...own });
}

/** A Dokument with these words in its bytes, due in the index. */
async function letter(content: string): Promise<{ id: string; sha256: string }> {
  const { vorgangId } = await openedVorgang(bench);
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(content)])));
  const id = await addedDokument(bench, vorgangId, { file: { ...stored, mime: 'text/plain', name: 'brief.txt' } });
  return { id, sha256: stored.sha256 };
}

const textOf = async (sha256: string) =>
  (await bench.sql(`SELECT state, content FROM search_text WHERE object_hash = $1`, [sha256]))[0];
const isFoundBy = async (id: string, word: string) => {
  const [row] = await bench.sql<{ found: boolean }>(
    `SELECT words @@ $2::tsquery AS found FROM search_entry WHERE id = $1`,
    [id, quoted(stem(fold(word)))],
  );
  return row?.found;
};

describe('a small text that is indexed with its record', () => {
  it('waits for the loop of the texts where the object store does not answer, and is found by its metadata', async () => {
    const { id, sha256 } = await letter('Zisterne');
    await loopWith({ objects: { get: () => new Promise(() => undefined) }, patience: 1 }).drain();
    expect(await textOf(sha256)).toEqual({ state: 'due', content: '' });
    expect([await isFoundBy(id, 'Angebot'), await isFoundBy(id, 'Zisterne')]).toEqual([true, false]);
  });

  it('waits for the loop of the texts where its bytes cannot be opened, and the others do not', async () => {
    const [broken, good] = [await letter('Rathaus'), await letter('Bauhof')];
    const get = (sha256: string) =>
      sha256 === broken.sha256 ? Promise.reject(new Error('the storage is away')) : bench.objects.get(sha256);
    await loopWith({ objects: { get } }).drain();
    expect([await textOf(broken.sha256), await textOf(good.sha256)]).toEqual([
      { state: 'due', content: '' },
      { state: 'text', content: 'Bauhof' },
    ]);
  });

  it('waits for the loop of the texts where it is no letter any more', async () => {
    const { sha256 } = await letter('Akte '.repeat(20_000));
    await loopWith().drain();
    expect(await textOf(sha256)).toEqual({ state: 'due', content: '' });
  });

  it('is in the index at the first time, and nothing is due after it', async () => {
    const [{ id, sha256 }, empty] = [await letter('Gehweg'), await letter(' \n ')];
    await loopWith().drain();
    expect([await textOf(sha256), await isFoundBy(id, 'Gehweg')]).toEqual([{ state: 'text', content: 'Gehweg' }, true]);
    expect(await textOf(empty.sha256)).toEqual({ state: 'none', content: ' \n ' });
    expect(await bench.sql(`SELECT id FROM search_queue`)).toEqual([]);
  });

  it('makes a Dokument with the same bytes due that another server indexes this moment without words', async () => {
    const first = await letter('Laterne');
    await bench.runner.transaction(bench.system, (tx) => indexRecords(tx));
    // The other server has not yet ordered the text.
    await bench.sql(`DELETE FROM search_text WHERE object_hash = $1`, [first.sha256]);
    const second = await letter('Laterne');
    await loopWith().drain();
    expect([await isFoundBy(first.id, 'Laterne'), await isFoundBy(second.id, 'Laterne')]).toEqual([true, true]);
  });
});

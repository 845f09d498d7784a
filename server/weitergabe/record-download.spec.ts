import { done } from '../../test/support/closed-vorgang.js';
import {
  jana,
  openWeitergabeBench,
  order,
  outside,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { recordDownload } from './record-download.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const download = (weitergabeId: string) => bench.run(recordDownload, { weitergabeId });
const INVALID = { code: 'weitergabe.pickupInvalid' };

async function ready(downloads = 3) {
  const akte = await someAkte(bench);
  const { weitergabeId } = done(await order(bench, akte.akteId, { to: outside({ downloads }) }));
  return { ...akte, weitergabeId };
}

describe('recordDownload', () => {
  it('F13 refuses what is unknown, not packed yet, withdrawn, and used up, all with the same words', async () => {
    expect(await download(newId())).toMatchObject(INVALID);
    const { weitergabeId } = await ready(1);
    expect(await download(weitergabeId)).toMatchObject(INVALID);
    await bench.work();
    done(await download(weitergabeId));
    expect(await download(weitergabeId)).toMatchObject(INVALID);
    const gone = await ready();
    await bench.work();
    const { version } = await stateOf(bench, gone.weitergabeId);
    const input = { weitergabeId: gone.weitergabeId, version, reason: 'Irrtum' };
    done(await bench.perform(jana, withdrawWeitergabe, input));
    expect(await download(gone.weitergabeId)).toMatchObject(INVALID);
  });

  it('F13 counts no more than was allowed when many come at once', async () => {
    const { weitergabeId } = await ready(2);
    await bench.work();
    const answers = await Promise.all(Array.from({ length: 6 }, () => download(weitergabeId)));
    expect(answers.filter((each) => !('code' in each))).toHaveLength(2);
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ downloads: 2 });
  });

  it('F13 names the package by the Aktenzeichen alone, and tells the Protokoll without any address', async () => {
    const { weitergabeId, akteId } = await ready();
    await bench.work();
    const file = done(await download(weitergabeId));
    expect(file).toMatchObject({
      mime: 'application/zip',
      name: expect.stringMatching(/^Weitergabe [\d.-]+_2026\.zip$/),
    });
    const row = (await bench.protokoll(akteId)).at(-1);
    expect(row).toMatchObject({ action: 'weitergabe.recordDownload', correlationId: weitergabeId });
    expect(Object.keys(row!.payload).sort()).toEqual(['text', 'weitergabeId']);
  });
});

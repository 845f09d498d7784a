import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { createIntake, type IntakeItem } from './intake.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

function take(own: Partial<IntakeItem>, objects: Partial<ActBench['objects']> = {}) {
  const intake = createIntake({ ...bench, objects: { ...bench.objects, ...objects }, largestItem: 1_000 });
  const item: IntakeItem = {
    channel: 'folder',
    sourceKey: newId(),
    fileName: 'Brief.pdf',
    open: () => of('x'),
    ...own,
  };
  return intake(bench.system, item);
}

const of = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

const rowOf = async (sourceKey: string) =>
  (
    await bench.sql<{ sha256: string; at: Date }>(
      `SELECT sha256, size, received_at AS at FROM eingang WHERE source_key = $1`,
      [sourceKey],
    )
  )[0];

describe('the intake', () => {
  it('refuses an item above the limit, and makes no Eingang of its beginning', async () => {
    const sourceKey = newId();
    expect(await take({ sourceKey, open: () => of('x'.repeat(600), 'x'.repeat(600)) })).toMatchObject({
      code: 'platform.tooLarge',
    });
    expect(await rowOf(sourceKey)).toBeUndefined();
  });

  it('makes no Eingang while the storage is full', async () => {
    const sourceKey = newId();
    const full = { put: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    await expect(take({ sourceKey }, full)).rejects.toThrow('full');
    expect(await rowOf(sourceKey)).toBeUndefined();
  });

  it('makes no Eingang of a source that breaks off, and takes it whole the next time', async () => {
    const sourceKey = newId();
    const breaking = async function* () {
      yield Buffer.from('half');
      throw new Error('the sender hung up');
    };
    await expect(take({ sourceKey, open: breaking })).rejects.toThrow('hung up');
    expect(await rowOf(sourceKey)).toBeUndefined();
    await take({ sourceKey, open: () => of('half', ' and whole') });
    const stored = await buffer(await bench.objects.get((await rowOf(sourceKey))?.sha256 ?? ''));
    expect(stored.toString()).toBe('half and whole');
  });

  it('has the bytes for good before there is a row that refers to them', async () => {
    const sourceKey = newId();
    let rows: unknown = 'not asked';
    const put: ActBench['objects']['put'] = async (source, options) => {
      const stored = await bench.objects.put(source, options);
      rows = await rowOf(sourceKey);
      return stored;
    };
    expect(done(await take({ sourceKey }, { put }))).toMatchObject({ delivery: 'first' });
    expect(rows).toBeUndefined();
  });

  it('keeps the time of arrival that the channel names', async () => {
    const sourceKey = newId();
    const receivedAt = new Date('2026-11-20T07:30:00Z');
    await take({ sourceKey, receivedAt });
    expect((await rowOf(sourceKey))?.at).toEqual(receivedAt);
  });

  it('takes an empty file, too: what is wrong with it the examination says', async () => {
    const sourceKey = newId();
    await take({ sourceKey, open: () => of() });
    expect(await rowOf(sourceKey)).toMatchObject({ size: '0' });
  });
});

import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { done } from '../../../test/support/closed-vorgang.js';
import { examinedEingang, examinedPart, receivedEingang } from '../../../test/support/eingaenge.js';
import { addedDokument, openedVorgang } from '../../../test/support/records.js';
import { newId } from '../ids.js';
import type { ObjectStore } from '../objects/object-store.js';
import { sweepObjects } from './sweep-objects.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** The store as it will be in some days: whatever is unused then is old enough. */
const later = (): ObjectStore => ({ ...bench.objects, remove: (sha256) => bench.objects.remove(sha256, 0) });
const stored = async (content: string) => done(await bench.objects.put(Readable.from([Buffer.from(content)]))).sha256;
const sweep = (objects: ObjectStore) => sweepObjects(objects, bench.database);

describe('sweepObjects', () => {
  it('keeps what was stored within the last day: its row may be on the way', async () => {
    const sha256 = await stored(newId());
    await sweep(bench.objects);
    expect(await bench.objects.verify(sha256)).toBe('intact');
  });

  it('keeps everything that an Eingang, a part of a mail or a version refers to', async () => {
    const part = examinedPart(0, { sha256: await stored('part of a mail') });
    await receivedEingang(bench, 'original');
    await examinedEingang(bench, { parts: [part] });
    await addedDokument(bench, (await openedVorgang(bench)).vorgangId);
    const referred = await bench.sql<{ sha256: string }>(
      `SELECT sha256 FROM eingang UNION SELECT sha256 FROM eingang_part UNION SELECT sha256 FROM dokument_version`,
    );
    await sweep(later());
    const states = await Promise.all(referred.map(({ sha256 }) => bench.objects.verify(sha256)));
    expect(referred.length).toBeGreaterThan(3);
    expect(new Set(states)).toEqual(new Set(['intact']));
  });

  it('asks for all Mandanten: bytes are shared by content', async () => {
    const content = newId();
    const stranger = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;
    const sha256 = await stored(content);
    await bench.runner.transaction(stranger, async (tx) => {
      await tx.query(
        `INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at) VALUES ($1, 'x', 'demo', '1', now())`,
        [stranger.mandantId],
      );
      await tx.query(
        `INSERT INTO eingang (id, mandant_id, channel, source_key, file_name, sha256, size, received_at, state)
         VALUES ($1, $2, 'mail', 'x', 'x', $3, 1, now(), 'empfangen')`,
        [newId(), stranger.mandantId, sha256],
      );
      return {};
    });
    await sweep(later());
    expect(await bench.objects.verify(sha256)).toBe('intact');
  });

  it('removes what nothing refers to, and says how much it was', async () => {
    await sweep(later());
    const orphans = [await stored(newId()), await stored(newId())];
    expect(await sweep(later())).toBe(2);
    expect(await Promise.all(orphans.map((sha256) => bench.objects.verify(sha256)))).toEqual(['missing', 'missing']);
  });
});

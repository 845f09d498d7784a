import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { done } from '../../../test/support/closed-vorgang.js';
import { isRejection, type Rejection } from '../../contract/rejections.js';
import type { UploadProgress } from '../../contract/upload-views.js';
import { newId } from '../ids.js';
import { sweepObjects } from '../jobs/sweep-objects.js';
import { sweepUploads } from './sweep-uploads.js';
import { takeUpload } from './take-upload.js';
import { createUploads, LARGEST_PART, viewOf, type Uploads } from './uploads.js';

let bench: ActBench;
let uploads: Uploads;
let free = Infinity;
beforeAll(async () => {
  bench = await openActBench();
  uploads = createUploads(PARTS());
});
beforeEach(() => {
  free = Infinity;
});
afterAll(() => bench.close());

const PARTS = () => {
  const { runner, objects } = bench;
  return { runner, objects, largestItem: 100_000_000, freeBytes: () => Promise.resolve(free) };
};
const INES = () => bench.as('ines.vogt');
const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const begin = async (size: number, sha256: string | null = null) =>
  done(await uploads.begin(INES(), { fileName: 'Plan.pdf', size, sha256 }));
const send = (id: string, start: number, piece: string | Buffer, sha256: string | null = null) =>
  uploads.receive(INES(), id, { start, sha256, bytes: Readable.from([Buffer.from(piece)]) });
const code = (answer: object) => (isRejection(answer) ? answer.code : 'no refusal');
const read = (id: string) => bench.runner.transaction(INES(), (tx) => viewOf(tx, id));
const take = (id: string, login = 'ines.vogt') => bench.runner.transaction(bench.as(login), (tx) => takeUpload(tx, id));

describe('createUploads', () => {
  describe('refusals', () => {
    it('refuses a file above the limit before a byte is sent', async () => {
      const answer = await uploads.begin(INES(), { fileName: 'x', size: 100_000_001, sha256: null });
      expect(answer).toMatchObject({ code: 'platform.tooLarge', message: { de: 'Die Datei ist größer als 100 MB.' } });
    });

    it('refuses a file that the disk has no room for, before a byte is sent', async () => {
      free = 600_000_000;
      const answer = await uploads.begin(INES(), { fileName: 'x', size: 60_000_000, sha256: null });
      expect(answer).toMatchObject({ code: 'platform.storageFull', status: 507 });
      expect(await uploads.begin(INES(), { fileName: 'x', size: 40_000_000, sha256: null })).toMatchObject({
        received: 0,
      });
    });

    it('refuses the fifty-first open upload of one person, and only of that person', async () => {
      const kim = bench.as('jana.petersen');
      const file = { fileName: 'x', size: 1, sha256: null };
      const answers = await Promise.all(Array.from({ length: 55 }, () => uploads.begin(kim, file)));
      expect(answers.filter(isRejection).map((answer) => code(answer))).toEqual(Array(5).fill('upload.tooMany'));
      expect(await uploads.begin(INES(), file)).toMatchObject({ state: 'receiving' });
    });

    it('refuses a piece that begins elsewhere, and says where it should', async () => {
      const { id } = await begin(10);
      done(await send(id, 0, 'abcde'));
      for (const start of [0, 4, 6]) {
        expect(await send(id, start, 'fghij')).toMatchObject({
          code: 'upload.wrongPlace',
          message: { de: `Erwartet: Fortsetzung ab Byte 5. Gefunden: ab Byte ${start}.` },
        });
      }
    });

    it('refuses a piece that was changed on its way, and takes it when it comes whole', async () => {
      const { id } = await begin(5);
      expect(code(await send(id, 0, 'abcdX', hashOf('abcde')))).toBe('upload.changedOnTheWay');
      expect(await read(id)).toMatchObject({ received: 0 });
      expect(await send(id, 0, 'abcde', hashOf('abcde'))).toMatchObject({ received: 5 });
    });

    it('refuses bytes beyond the announced end, and a piece above the limit of a piece', async () => {
      const { id } = await begin(5);
      expect(code(await send(id, 0, 'abcdef'))).toBe('upload.beyondEnd');
      const large = await begin(LARGEST_PART * 2);
      expect(code(await send(large.id, 0, Buffer.alloc(LARGEST_PART + 1)))).toBe('platform.tooLarge');
      expect(await read(large.id)).toMatchObject({ received: 0 });
    });

    it('refuses to finish before the last byte', async () => {
      const { id } = await begin(10);
      done(await send(id, 0, 'abcde'));
      expect(code(await uploads.finish(INES(), id))).toBe('upload.incomplete');
      expect(code(await take(id))).toBe('upload.incomplete');
    });

    it('refuses the whole when it is not the file that was announced, and forgets it', async () => {
      const { id } = await begin(5, hashOf('abcde'));
      done(await send(id, 0, 'abcdX'));
      expect(code(await uploads.finish(INES(), id))).toBe('upload.otherBytes');
      expect(code(await read(id))).toBe('platform.notFound');
    });

    it('refuses the whole when the disk has changed a piece in between', async () => {
      const { id } = await begin(10);
      done(await send(id, 0, 'abcde'));
      done(await send(id, 5, 'fghij'));
      const get = (sha256: string) =>
        sha256 === hashOf('fghij') ? Promise.resolve(Readable.from([Buffer.from('fghiX')])) : bench.objects.get(sha256);
      const onBadDisk = createUploads({ ...PARTS(), objects: { ...bench.objects, get } });
      expect(code(await onBadDisk.finish(INES(), id))).toBe('upload.otherBytes');
      expect(await bench.objects.verify(hashOf('abcdefghiX'))).toBe('missing');
    });

    it("answers platform.notFound about somebody else's upload, whatever is asked", async () => {
      const { id } = await begin(5);
      done(await send(id, 0, 'abcde'));
      const leitung = bench.as('ruth.lindqvist');
      const part = { start: 0, sha256: null, bytes: Readable.from([]) };
      const asked: Promise<object | Rejection>[] = [
        uploads.receive(leitung, id, part),
        uploads.finish(leitung, id),
        uploads.cancel(leitung, id),
        take(id, 'ruth.lindqvist'),
      ];
      expect((await Promise.all(asked)).map(code)).toEqual(Array(4).fill('platform.notFound'));
      expect(await uploads.finish(INES(), id)).toMatchObject({ state: 'stored' });
    });
  });

  it('keeps what has arrived when the line breaks in the middle of a piece', async () => {
    const { id } = await begin(10);
    done(await send(id, 0, 'abcde'));
    const broken = new Readable({ read() {} });
    broken.push('fgh');
    const receiving = uploads.receive(INES(), id, { start: 5, sha256: null, bytes: broken });
    broken.destroy(new Error('aborted'));
    await expect(receiving).rejects.toThrow('aborted');
    expect(await read(id)).toMatchObject({ received: 5, state: 'receiving' });
    done(await send(id, 5, 'fghij'));
    expect(await uploads.finish(INES(), id)).toMatchObject({ state: 'stored' });
  });

  it('lets one of two win that send the same piece at once', async () => {
    const { id } = await begin(5);
    const answers = await Promise.all([send(id, 0, 'abcde'), send(id, 0, 'abcde'), send(id, 0, 'abcde')]);
    expect(answers.map(code).sort()).toEqual(['no refusal', 'upload.wrongPlace', 'upload.wrongPlace']);
  });

  it('makes one object of the pieces, also when it is asked three times at once, and gives it to one act', async () => {
    const content = randomBytes(70_000);
    const { id } = await begin(content.length, hashOf(content));
    for (let start = 0; start < content.length; start += 30_000) {
      done(await send(id, start, content.subarray(start, start + 30_000)));
    }
    const finished = await Promise.all([1, 2, 3].map(() => uploads.finish(INES(), id)));
    expect(finished.map((answer) => (answer as UploadProgress).state)).toEqual(['stored', 'stored', 'stored']);
    expect(await bench.objects.verify(hashOf(content))).toBe('intact');
    const taken = await Promise.all([take(id), take(id)]);
    expect(taken).toContainEqual({ sha256: hashOf(content), size: content.length, fileName: 'Plan.pdf' });
    expect(taken.map(code).sort()).toEqual(['no refusal', 'platform.notFound']);
  });

  it('gives the upload back when the act that took it is refused', async () => {
    const { id } = await begin(0);
    done(await uploads.finish(INES(), id));
    const refused = await bench.runner.transaction(INES(), async (tx) => {
      const taken = await takeUpload(tx, id);
      return isRejection(taken) ? taken : await uploads.cancel(INES(), newId());
    });
    expect(code(refused)).toBe('platform.notFound');
    expect(await take(id)).toMatchObject({ size: 0, sha256: hashOf('') });
  });

  it('keeps pieces and wholes from the sweeper, and leaves to it what was cancelled or abandoned for a day', async () => {
    const objects = { ...bench.objects, remove: (sha256: string) => bench.objects.remove(sha256, 0) };
    const [kept, cancelled, abandoned, whole] = [newId(), newId(), newId(), newId()];
    const sendAll = async (content: string, size = 100) => {
      const { id } = await begin(size);
      done(await send(id, 0, content));
      return id;
    };
    await sendAll(abandoned);
    bench.clock.advance(86_400_001);
    await sendAll(kept);
    done(await uploads.cancel(INES(), await sendAll(cancelled)));
    done(await uploads.finish(INES(), await sendAll(whole, whole.length)));
    await bench.runner.transaction(bench.system, async (tx) => {
      await sweepUploads(tx);
      return {};
    });
    await sweepObjects(objects, bench.database);
    const states = await Promise.all(
      [kept, whole, cancelled, abandoned].map((text) => bench.objects.verify(hashOf(text))),
    );
    expect(states).toEqual(['intact', 'intact', 'missing', 'missing']);
  });
});

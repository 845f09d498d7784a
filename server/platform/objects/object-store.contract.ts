import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { isRejection } from '../../contract/rejections.js';
import type { ObjectStore, StoredObject } from './object-store.js';
import { startWriter } from './object-store.contract-writer.js';

/** One adapter under test, with storage of its own. */
export interface ObjectStoreUnderTest {
  readonly store: ObjectStore;
  /** Opens the same storage again, as a server does that starts after a crash. */
  reopen(): Promise<ObjectStore>;
  /** Module with `openStore(argument)` and its argument, for puts in a process of their own. */
  readonly writer: { readonly module: URL; readonly argument: string };
  /** How many unfinished uploads or temporary files the storage holds. */
  unfinished(): Promise<number>;
  /** Makes an object look as if it had been stored an hour ago. */
  age(sha256: string): Promise<void>;
  /** Changes the stored bytes behind the back of the store, keeping their size. */
  damage(sha256: string): Promise<void>;
  dispose(): Promise<void>;
}

const MEGABYTE = 1_000_000;

/** What every ObjectStore must hold, whatever it stores into. */
export function describeObjectStore(name: string, open: () => Promise<ObjectStoreUnderTest>): void {
  describe(`${name} as an ObjectStore`, () => {
    let subject: ObjectStoreUnderTest;

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.dispose());

    describe('refusals', () => {
      it('refuses more bytes than allowed, leaves nothing behind and the source open', async () => {
        const source = Readable.from([Buffer.alloc(600_000), Buffer.alloc(600_000), Buffer.alloc(1)]);
        const answer = await subject.store.put(source, { maximumSize: MEGABYTE });
        expect(isRejection(answer) && [answer.code, answer.message.en]).toEqual([
          'platform.tooLarge',
          'The file is larger than 1 MB.',
        ]);
        expect(source.destroyed).toBe(false);
        await expectNothingStored();
      });

      it('stores nothing of a source that breaks', async () => {
        const source = async function* () {
          yield randomBytes(100_000);
          throw new Error('the line went dead');
        };
        await expect(subject.store.put(source())).rejects.toThrow('the line went dead');
        await expectNothingStored();
      });

      it('stores nothing of a stream that is destroyed in the middle', async () => {
        const source = new Readable({ read() {} });
        source.push(randomBytes(100_000));
        const put = subject.store.put(source);
        source.destroy(new Error('aborted'));
        await expect(put).rejects.toThrow('aborted');
        await expectNothingStored();
      });

      it('stores nothing when fewer or more bytes come than announced', async () => {
        await expect(subject.store.put(bytes('abc'), { expectedSize: 4 })).rejects.toThrow('3 of 4 bytes');
        await expect(subject.store.put(bytes('abcde'), { expectedSize: 4 })).rejects.toThrow('5 of 4 bytes');
        await expectNothingStored();
      });

      it('refuses names that are no hash', async () => {
        const traversal = '../'.repeat(20) + 'etc/passwd';
        await expect(async () => subject.store.get(traversal)).rejects.toThrow('64 lower-case');
        await expect(async () => subject.store.remove(traversal, 0)).rejects.toThrow('64 lower-case');
        await expect(async () => subject.store.stat('A'.repeat(64))).rejects.toThrow('64 lower-case');
      });

      it('fails at once for bytes that are not there', async () => {
        const missing = sha256('never stored');
        await expect(subject.store.get(missing)).rejects.toThrow();
        expect(await subject.store.stat(missing)).toBeUndefined();
        expect(await subject.store.verify(missing)).toBe('missing');
        expect(await subject.store.remove(missing, 0)).toBe('removed');
      });
    });

    it('stores bytes under their hash and hands them out unchanged', async () => {
      const content = randomBytes(3 * MEGABYTE + 1);
      const stored = await put(Readable.from(inPieces(content)));
      expect(stored).toEqual({ sha256: sha256(content), size: content.length });
      expect(sha256(await read(stored.sha256))).toBe(stored.sha256);
      expect(await subject.store.stat(stored.sha256)).toEqual(stored);
      expect(await subject.store.verify(stored.sha256)).toBe('intact');
      expect(await subject.unfinished()).toBe(0);
    });

    it('stores an empty file as what it is', async () => {
      const stored = await put(Readable.from([]));
      expect(stored).toEqual({ sha256: sha256(''), size: 0 });
      expect((await read(stored.sha256)).length).toBe(0);
    });

    it('hands out ranges with both ends included, cut at the end of the bytes', async () => {
      const { sha256: name } = await put(bytes('0123456789'));
      expect((await read(name, { start: 0, end: 0 })).toString()).toBe('0');
      expect((await read(name, { start: 3, end: 6 })).toString()).toBe('3456');
      expect((await read(name, { start: 8, end: 99 })).toString()).toBe('89');
    });

    it('keeps one object for the same bytes, also when they come twenty times at once', async () => {
      const content = randomBytes(MEGABYTE);
      const answers = await Promise.all(Array.from({ length: 20 }, () => put(Readable.from(inPieces(content)))));
      expect(new Set(answers.map((answer) => answer.sha256))).toEqual(new Set([sha256(content)]));
      expect(await listed()).toEqual([{ sha256: sha256(content), size: content.length }]);
      expect(sha256(await read(sha256(content)))).toBe(sha256(content));
      expect(await subject.unfinished()).toBe(0);
    });

    it('never changes stored bytes, whatever is put afterwards', async () => {
      const first = await put(bytes('the first letter'));
      await put(bytes('the second letter'));
      await put(bytes('the first letter'));
      expect((await read(first.sha256)).toString()).toBe('the first letter');
      expect((await listed()).length).toBe(2);
    });

    it('notices damage on demand', async () => {
      const { sha256: name } = await put(bytes('an honest sentence'));
      await subject.damage(name);
      expect(await subject.store.verify(name)).toBe('damaged');
    });

    it('keeps what was stored again a moment ago and removes the rest', async () => {
      const old = await put(bytes('nobody needs this'));
      expect(await subject.store.remove(old.sha256, 60_000)).toBe('kept');
      expect((await read(old.sha256)).toString()).toBe('nobody needs this');
      await subject.age(old.sha256);
      expect(await subject.store.remove(old.sha256, 60_000)).toBe('removed');
      expect(await subject.store.stat(old.sha256)).toBeUndefined();
      expect(await listed()).toEqual([]);
    });

    it('F81 protects what it was told to and says so, or says each time that it cannot', async () => {
      const { sha256: name } = await put(bytes('kept for a day'));
      const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000);
      const told = [await subject.store.retain(name, until), await subject.store.hold(name, 'on')];
      const nothing = sha256('nobody stored this');
      const asked = [await subject.store.protection(name), await subject.store.protection(nothing)];
      if (told.includes('unsupported')) {
        expect([...told, ...asked]).toEqual(Array.from({ length: 4 }, () => 'unsupported'));
        return;
      }
      expect(asked).toEqual([{ held: true, until }, 'missing']);
      await subject.store.hold(name, 'off');
      expect(await subject.store.protection(name)).toEqual({ held: false, until });
    });

    it('loses nothing when the sweeper and a put meet over the same bytes', async () => {
      let duration = 1;
      for (let round = 0; round < 200; round += 1) {
        const content = `round ${round}`;
        const { sha256: name } = await put(bytes(content));
        await subject.age(name);
        const start = performance.now();
        const again = put(bytes(content)).finally(() => (duration = performance.now() - start));
        // Sliding the sweeper along the put makes the two meet at every point of it.
        while (performance.now() - start < (duration * round) / 200) await setImmediate();
        await subject.store.remove(name, 60_000);
        expect((await read((await again).sha256)).toString()).toBe(content);
      }
    });

    it('lists every object in the order of the hashes', async () => {
      const stored = await Promise.all(Array.from({ length: 30 }, (_, index) => put(bytes(`letter ${index}`))));
      const inOrder = stored.sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
      expect(await listed()).toEqual(inOrder);
    });

    it('shows nothing of a put that kill -9 ended, and all that was acknowledged before', async () => {
      const acknowledged = await put(bytes('acknowledged'));
      const writer = startWriter(subject.writer, 'pause-half-way');
      await writer.line('half-way');
      expect(await subject.unfinished()).toBe(1);
      writer.child.kill('SIGKILL');
      await once(writer.child, 'exit');
      subject = { ...subject, store: await subject.reopen() };
      expect(await subject.unfinished()).toBe(0);
      expect(await listed()).toEqual([acknowledged]);
    });

    it('keeps away from the unfinished put of a process that still lives', async () => {
      const writer = startWriter(subject.writer, 'pause-half-way');
      await writer.line('half-way');
      await subject.reopen();
      expect(await subject.unfinished()).toBe(1);
      writer.child.kill('SIGKILL');
      await once(writer.child, 'exit');
    });

    it('stores 300 MB within 200 MB of memory', async () => {
      const writer = startWriter(subject.writer, 'whole');
      const [stored, memory] = (await writer.line('stored')).split(' ').slice(1);
      expect((await subject.store.stat(String(stored)))?.size).toBe(300 * MEGABYTE);
      expect(Number(memory)).toBeLessThan(200 * MEGABYTE);
    }, 60_000);

    async function put(source: AsyncIterable<Uint8Array>): Promise<StoredObject> {
      const answer = await subject.store.put(source);
      if (isRejection(answer)) throw new Error(answer.message.en);
      return answer;
    }

    async function read(...request: Parameters<ObjectStore['get']>): Promise<Buffer> {
      return Buffer.concat((await (await subject.store.get(...request)).toArray()) as Buffer[]);
    }

    async function listed(): Promise<StoredObject[]> {
      const found: StoredObject[] = [];
      for await (const object of subject.store.list()) found.push(object);
      return found;
    }

    async function expectNothingStored(): Promise<void> {
      expect(await listed()).toEqual([]);
      expect(await subject.unfinished()).toBe(0);
    }
  });
}

function bytes(text: string): AsyncIterable<Uint8Array> {
  return Readable.from([Buffer.from(text)]);
}

function* inPieces(content: Buffer): Iterable<Buffer> {
  for (let start = 0; start < content.length; start += 65_536) yield content.subarray(start, start + 65_536);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

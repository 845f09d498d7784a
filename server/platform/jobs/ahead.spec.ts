import { ahead } from './ahead.js';

/** Work that ends when it is told to, and remembers what was begun. */
function workbench() {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const work = (item: number) => {
    begun.push(item);
    return new Promise<number>((resolve, fail) => {
      ends.set(item, (error) => (error ? fail(error) : resolve(item * 10)));
    });
  };
  const end = (item: number, error?: Error) => ends.get(item)?.(error);
  return { begun, work, end };
}

describe('ahead', () => {
  it('throws what the work threw, in its turn, begins nothing more, and waits for what is under way', async () => {
    const { begun, work, end } = workbench();
    const results = ahead([1, 2, 3, 4, 5], 2, work);
    const first = results.next();
    end(2, new Error('broken'));
    end(1);
    expect(await first).toEqual({ value: [1, 10], done: false });
    const second = results.next();
    let settled = false;
    const failed = expect(second.finally(() => (settled = true))).rejects.toThrow('broken');
    await Promise.resolve();
    expect([begun, settled]).toEqual([[1, 2, 3], false]);
    end(3);
    await failed;
    expect(begun).toEqual([1, 2, 3]);
  });

  it('gives results in the order of the items, with no more begun than its width', async () => {
    const { begun, work, end } = workbench();
    const results = ahead([1, 2, 3], 2, work);
    const first = results.next();
    expect(begun).toEqual([1, 2]);
    end(2);
    end(1);
    expect((await first).value).toEqual([1, 10]);
    expect(begun).toEqual([1, 2, 3]);
    expect((await results.next()).value).toEqual([2, 20]);
    end(3);
    expect((await results.next()).value).toEqual([3, 30]);
    expect((await results.next()).done).toBe(true);
  });

  it('ends what is under way when nobody wants more', async () => {
    const { begun, work, end } = workbench();
    end(1);
    const results = ahead([1, 2, 3], 1, work);
    const first = results.next();
    end(1);
    await first;
    const ended = results.return(undefined);
    end(2);
    await ended;
    expect(begun).toEqual([1, 2]);
  });
});

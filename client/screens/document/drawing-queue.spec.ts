import { DrawingQueue } from './drawing-queue.js';

interface Slow {
  readonly draw: () => Promise<string>;
  readonly finish: () => void;
}

describe('DrawingQueue', () => {
  it('never begins what was aborted while it waited', async () => {
    const queue = new DrawingQueue(1);
    const [first, second] = [slow('first'), slow('second')];
    const abort = new AbortController();
    const answers = [queue.run(first.draw, new AbortController().signal), queue.run(second.draw, abort.signal)];
    abort.abort();
    first.finish();
    expect(await Promise.all(answers)).toEqual(['first', null]);
    expect(begun).toEqual(['first']);
  });

  it('gives the place of one that failed to the next', async () => {
    const queue = new DrawingQueue(1);
    const failed = queue.run(() => Promise.reject(new Error('no page')), never);
    const following = queue.run(() => Promise.resolve('drawn'), never);
    await expect(failed).rejects.toThrow('no page');
    expect(await following).toBe('drawn');
  });

  it('runs no more than it may, and then the newest wish first', async () => {
    const queue = new DrawingQueue(2);
    const pages = ['1', '2', '3', '4'].map(slow);
    const answers = pages.map(({ draw }) => queue.run(draw, never));
    expect(begun).toEqual(['1', '2']);
    pages[0]!.finish();
    await answers[0];
    await Promise.resolve();
    expect(begun).toEqual(['1', '2', '4']);
    pages.forEach(({ finish }) => finish());
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4']);
  });
});

const never = new AbortController().signal;
let begun: string[] = [];

beforeEach(() => (begun = []));

function slow(name: string): Slow {
  const finished = new EventTarget();
  const drawn = new Promise<string>((resolve) => finished.addEventListener('end', () => resolve(name)));
  return { draw: () => (begun.push(name), drawn), finish: () => void finished.dispatchEvent(new Event('end')) };
}

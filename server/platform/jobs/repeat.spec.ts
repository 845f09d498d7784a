import { eventually } from '../../../test/support/api-client.js';
import { repeat } from './repeat.js';

const HOUR = 3_600_000;

describe('repeat', () => {
  it('goes on after a round that failed', async () => {
    let rounds = 0;
    const loop = repeat('failing', 1, () => {
      rounds += 1;
      return Promise.reject(new Error('not today'));
    });
    await eventually(async () => rounds > 2, 'a third round');
    await loop.stop();
  });

  it('begins at once and waits between the rounds', async () => {
    let rounds = 0;
    const loop = repeat('slow', HOUR, () => Promise.resolve((rounds += 1)));
    await loop.stop();
    expect(rounds).toBe(1);
  });

  it('never runs two rounds at the same time', async () => {
    let [running, most, rounds] = [0, 0, 0];
    const loop = repeat('overlapping', 1, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      rounds += 1;
    });
    await eventually(async () => rounds > 3, 'some rounds');
    await loop.stop();
    expect(most).toBe(1);
  });

  it('waits at its end for the round that runs, and makes no further one', async () => {
    let [finish, rounds] = [() => {}, 0];
    const loop = repeat('long', 1, () => {
      rounds += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(rounds).toBe(1);
  });
});

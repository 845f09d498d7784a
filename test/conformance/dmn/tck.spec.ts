import { describeWithShared } from '../../support/shared.js';
import { DEMANDED, failingIn, LEVELS, passedShare, readFailing, readTable, runLevels, tableOf } from './results.js';

describeWithShared('the DMN TCK', 'corpora/dmn/tck/TestCases', (root) => {
  const running = runLevels(root);

  it('fails in exactly the listed cases, each with its reason: the list only shrinks', async () => {
    const listed = readFailing();
    expect(failingIn(await running)).toEqual(Object.keys(listed));
    expect(Object.keys(listed).filter((id) => listed[id] === '')).toEqual([]);
  });

  it.each(LEVELS)('passes the share that is demanded: %s', async (level) => {
    const cases = (await running).get(level) ?? [];
    expect(cases.length).toBeGreaterThan(100);
    expect(passedShare(cases)).toBeGreaterThanOrEqual(DEMANDED[level]);
  });

  it('gives the committed table', async () => {
    expect(readTable()).toBe(tableOf(await running, readFailing()));
  });
});

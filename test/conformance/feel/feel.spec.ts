import { DEVIATIONS } from './deviations.js';
import { groups } from './expressions/index.js';
import { readRecordings } from './golden.js';
import { ourOutcome } from './our-outcome.js';

// Values that a real Zeebe 8.5.8 gave, recorded by `npm run conformance:feel -- --record`.
const recordings = readRecordings();

describe('expressions on Zeebe and here', () => {
  it('are recorded, all of them and no others', () => {
    const sources = Object.values(groups).flat();
    expect(new Set(sources).size).toBe(sources.length);
    expect([...recordings.keys()]).toEqual(sources);
  });

  it('deviate for a reason only where they are recorded', () => {
    expect(Object.keys(DEVIATIONS).filter((source) => !recordings.has(source))).toEqual([]);
  });
});

describe.each(Object.entries(groups))('the same outcome as Zeebe 8.5.8: %s', (_, sources) => {
  it.each(sources.filter((source) => !(source in DEVIATIONS)))('%j', (source) => {
    expect(ourOutcome(source)).toEqual(recordings.get(source));
  });
});

describe('another outcome than Zeebe 8.5.8', () => {
  it.each(Object.entries(DEVIATIONS))('%j: %s', (source) => {
    expect(ourOutcome(source)).not.toEqual(recordings.get(source));
  });
});

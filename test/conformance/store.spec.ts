import { openEngineBench, type EngineBench } from '../../server/workflow/embedded/engine.testing.js';
import { suites } from './cases/index.js';
import { DEVIATIONS, NOT_YET } from './deviations.js';
import { slugOf } from './format/case.js';
import { differences } from './run/compare.js';
import { readGolden } from './run/golden.js';
import { play } from './run/play.js';
import { createStored } from './run/stored.js';

/** The suites whose cases live by rows: waits, signals, starts, calls, moved tokens, incidents. */
const STORED = ['starts', 'events', 'messages', 'timers', 'moves', 'calls', 'jobs', 'scopes'];

/** The port gives a job one try after an incident, whatever the case asks for. */
const OF_THE_PORT = ['A failed job without retries is an incident, and resolving offers it again'];

const cases = STORED.flatMap((suite) => {
  const recorded = readGolden(suite);
  return (suites[suite] ?? [])
    .filter(({ name }) => !(name in DEVIATIONS) && !(name in NOT_YET) && !OF_THE_PORT.includes(name))
    .map((testCase) => [`${suite}: ${testCase.name}`, testCase, recorded.get(slugOf(testCase))] as const);
});

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

describe('what a real Zeebe 8.5.8 did, on the tables of PostgreSQL', () => {
  it.each(cases)('%s', async (_, testCase, golden) => {
    const trace = await play(testCase, await createStored(engineBench));
    expect(differences(testCase, trace, golden)).toEqual([]);
  });

  it('is tried in at least 40 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../server/platform/project-path.js';
import { suites } from './cases/index.js';
import { DEVIATIONS, NOT_YET } from './deviations.js';
import { slugOf } from './format/case.js';
import { differences } from './run/compare.js';
import { createEmbedded } from './run/embedded.js';
import { readGolden } from './run/golden.js';
import { play } from './run/play.js';

const all = Object.entries(suites).flatMap(([suite, cases]) => {
  const recorded = readGolden(suite);
  return cases.map((testCase) => ({ testCase, golden: recorded.get(slugOf(testCase)) }));
});
const excused = ({ testCase }: (typeof all)[number]) => testCase.name in DEVIATIONS || testCase.name in NOT_YET;
const named = (one: (typeof all)[number]) => [one.testCase.name, one] as const;

describe('what a real Zeebe 8.5.8 did', () => {
  it.each(all.filter((one) => !excused(one)).map(named))('%s', async (_, { testCase, golden }) => {
    expect(differences(testCase, await play(testCase, createEmbedded()), golden)).toEqual([]);
  });

  it.each(all.filter(excused).map(named))('is done differently: %s', async (_, { testCase, golden }) => {
    // Where this fails the engine has caught up: take the case out of the list.
    expect(differences(testCase, await play(testCase, createEmbedded()), golden)).not.toEqual([]);
  });
});

describe('the list of cases', () => {
  it('has at least 200 with names that differ', () => {
    const slugs = new Set(all.map(({ testCase }) => slugOf(testCase)));
    expect(slugs.size).toBe(all.length);
    expect(slugs.size).toBeGreaterThanOrEqual(200);
  });

  it('contains every deviation, and the table explains each', () => {
    const names = all.map(({ testCase }) => testCase.name);
    const table = readFileSync(projectPath('test/conformance/DEVIATIONS.md'), 'utf8');
    expect(names).toEqual(expect.arrayContaining([...Object.keys(DEVIATIONS), ...Object.keys(NOT_YET)]));
    for (const name of Object.keys(DEVIATIONS)) expect(table).toContain(name);
  });

  it('shows every row of the README', () => {
    const names = all.map(({ testCase }) => testCase.name);
    const rows = readFileSync(projectPath('test/conformance/README.md'), 'utf8').match(/^\|.*\|$/gm) ?? [];
    const shown = rows.flatMap((row) =>
      [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, one]) => one),
    );
    const unknown = shown.filter((one = '') => !names.includes(one) && !existsSync(projectPath(one)));
    expect(shown.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });

  it('was recorded with every expectation met', () => {
    expect(all.filter(({ golden }) => golden === undefined || golden.trace.unmet.length > 0)).toEqual([]);
  });
});

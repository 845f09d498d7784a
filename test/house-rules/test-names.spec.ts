import { repositoryFiles } from './repository.js';
import { testNames } from './test-names.js';

const names = repositoryFiles(/\.(spec|contract)\.ts$/).flatMap(testNames);

describe('the names of tests', () => {
  // A failing test is reported by its name. Two tests of one name cannot be told apart, and skips counted by name hide one.
  it('are unique in the whole repository', () => {
    const places = new Map<string, string[]>();
    for (const { name, place } of names) places.set(name, [...(places.get(name) ?? []), place]);
    const twice = [...places].filter(([, group]) => group.length > 1);
    expect(twice.map(([name, group]) => `${name}: ${group.join(' and ')}`)).toEqual([]);
  });

  it('are sentences about behaviour, without "should"', () => {
    expect(names.filter(({ name }) => / › should /.test(name)).map(({ place }) => place)).toEqual([]);
  });

  it('are found in groups, tables and conditions', () => {
    const text = `
      describe('closeZdA', () => {
        it('refuses while an Aufgabe is open', () => {});
        describe.skip('deep', () => { it.each([1])('counts %d', () => {}); it('holds', () => {}); });
      });
      if (true) describeWithShared('corpus', 'x', () => test('reads', () => {}));`;
    expect(testNames({ path: 'a.spec.ts', text })).toEqual([
      { name: 'closeZdA › refuses while an Aufgabe is open', place: 'a.spec.ts:3' },
      { name: 'closeZdA › deep › holds', place: 'a.spec.ts:4' },
      { name: 'corpus › reads', place: 'a.spec.ts:6' },
    ]);
  });
});

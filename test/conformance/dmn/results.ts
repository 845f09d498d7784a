import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../../server/platform/project-path.js';
import { runTck, type TckResult } from './run-tck.js';

export const LEVELS = ['compliance-level-2', 'compliance-level-3'] as const;
export type Level = (typeof LEVELS)[number];

/** Share of cases that must pass, in percent. */
export const DEMANDED: Readonly<Record<Level, number>> = { 'compliance-level-2': 100, 'compliance-level-3': 95 };

const LIST = 'test/conformance/dmn/failing.json';
const TABLE = 'test/conformance/dmn/RESULTS.md';

/** Cases that fail, by `level/id`, each with the reason why. */
export function readFailing(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(projectPath(LIST), 'utf8')) as Record<string, string>;
}

export function readTable(): string {
  return readFileSync(projectPath(TABLE), 'utf8');
}

/** Runs everything and writes list and table anew. A new failure needs its reason, which nobody but a person knows. */
export async function recordResults(root: string): Promise<void> {
  const known = readFailing();
  const results = await runLevels(root);
  const failing = failingIn(results).map((id) => [id, known[id] ?? ''] as const);
  writeFileSync(projectPath(LIST), `${JSON.stringify(Object.fromEntries(failing), null, 2)}\n`);
  writeFileSync(projectPath(TABLE), tableOf(results, Object.fromEntries(failing)));
}

export async function runLevels(root: string): Promise<ReadonlyMap<Level, readonly TckResult[]>> {
  const results = new Map<Level, readonly TckResult[]>();
  for (const level of LEVELS) results.set(level, await runTck(root, level));
  return results;
}

export function failingIn(results: ReadonlyMap<Level, readonly TckResult[]>): readonly string[] {
  return [...results].flatMap(([level, cases]) =>
    cases.flatMap(({ id, difference }) => (difference === null ? [] : [`${level}/${id}`])),
  );
}

export function passedShare(cases: readonly TckResult[]): number {
  return (100 * cases.filter(({ difference }) => difference === null).length) / cases.length;
}

/** The committed table: figures of each level, and every failing case by its reason. */
export function tableOf(
  results: ReadonlyMap<Level, readonly TckResult[]>,
  failing: Readonly<Record<string, string>>,
): string {
  const levels = [...results].map(([level, cases]) => {
    const passed = cases.filter(({ difference }) => difference === null).length;
    return `| ${level} | ${cases.length} | ${passed} | ${passedShare(cases).toFixed(2)} % | ${DEMANDED[level]} % |`;
  });
  const reasons = [...new Set(Object.values(failing))].map((reason) => {
    const ids = Object.keys(failing).filter((id) => failing[id] === reason);
    return `| ${reason} | ${ids.length} | ${namesOf(ids)} |`;
  });
  return [...head, ...levels, ...middle, ...reasons, ''].join('\n');
}

function namesOf(ids: readonly string[]): string {
  const byFolder = new Map<string, string[]>();
  for (const id of ids) {
    const [, folder = '', , name = ''] = /^[^/]+\/([^/]+)\/([^/]+)\/(.*)$/.exec(id) ?? [];
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), name]);
  }
  return [...byFolder].map(([folder, names]) => `${folder}: ${names.join(', ')}`).join('; ');
}

const head = [
  '# The DMN TCK on the embedded engine',
  '',
  'The test cases of [dmn-tck/tck](https://github.com/dmn-tck/tck) at the commit that `../shared/corpora/dmn/SOURCES.md` names, in the',
  'dialect `dmn`. A case passes when each of its results does. Whole numbers and decimals of up to seven places must be equal;',
  'where the TCK gives more places, they were calculated with doubles, and 1e-8 is allowed as in its own runner. Where it expects',
  'an error the result must be null. `failing.json` is the same list for machines; the spec fails when a case of it passes, and',
  'when any other one fails. `node test/conformance/dmn/record.mjs` writes both anew.',
  '',
  '| level | cases | passed | share | demanded |',
  '| --- | --- | --- | --- | --- |',
];
const middle = ['', '| why a case fails | cases | which |', '| --- | --- | --- |'];

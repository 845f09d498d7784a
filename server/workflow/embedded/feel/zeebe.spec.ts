import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../../platform/project-path.js';
import { feelValue, problemOf } from './feel.testing.js';

/**
 * Values that a real Zeebe 8.5.8 gave for our own expressions, recorded once as input mappings of a service task;
 * `REFUSED` at deployment, `INCIDENT` at run time.
 */
const folder = projectPath('server/workflow/embedded/feel');
const golden = JSON.parse(readFileSync(join(folder, 'zeebe-8.5.8.golden.json'), 'utf8')) as [string, unknown][];

/** Where we differ on purpose, each with its reason. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'substring("abc",5)': 'an exception inside Zeebe; nothing is there, so nothing is the answer',
  'modulo(5,0)': 'an exception inside Zeebe; null like every division by zero',
  'string(1.0)': 'Zeebe keeps trailing zeros of a literal, a decimal of ours has none',
  'trim(" a ")': 'Zeebe has no such function and says null in silence; here it is refused at deployment',
};

const same = golden.filter(([source]) => !(source in DEVIATIONS));

describe('the same value as Zeebe 8.5.8', () => {
  it.each(same)('%s is %j', (source, expected) => {
    if (expected === 'REFUSED') expect(problemOf(source)).toBeDefined();
    else expect(feelValue(source)).toEqual(expected);
  });
});

describe('another value than Zeebe 8.5.8', () => {
  it.each(Object.entries(DEVIATIONS))('%s: %s', (source) => {
    const recorded = golden.find(([expression]) => expression === source);
    const ours = problemOf(source) === undefined ? feelValue(source) : 'REFUSED';
    expect(recorded).toBeDefined();
    expect(ours).not.toEqual(recorded?.[1]);
  });
});

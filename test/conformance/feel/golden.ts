import { readFileSync, writeFileSync } from 'node:fs';
import type { Json } from '../../../server/workflow/embedded/json.js';
import { projectPath } from '../../../server/platform/project-path.js';

/** What became of an expression: refused at deployment, an incident at run time, or a value. */
export type Outcome = 'refused' | 'incident' | { readonly value: Json };

const file = projectPath('test/conformance/feel/zeebe-8.5.8.golden.jsonl');

/** The recordings of a real Zeebe 8.5.8, one line each: the expression and its outcome. */
export function readRecordings(): ReadonlyMap<string, Outcome> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as [string, Outcome]));
}

export function writeRecordings(recordings: ReadonlyMap<string, Outcome>): void {
  writeFileSync(file, [...recordings].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

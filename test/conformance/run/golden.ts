import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../../server/platform/project-path.js';
import { allFilesOf, slugOf, type Case } from '../format/case.js';
import type { Trace } from '../format/trace.js';

/** What a real Zeebe did, kept: one file per suite, one line per case, the version of the broker in front. */
export interface Golden {
  readonly slug: string;
  /** Of the bytes that the broker got; a changed model needs a new recording. */
  readonly sha256: string;
  readonly trace: Trace;
}

export const ZEEBE_VERSION = '8.5.8';

/** The recordings of a suite by the slug of their case. */
export function readGolden(suite: string): ReadonlyMap<string, Golden> {
  const file = fileOf(suite);
  if (!existsSync(file)) return new Map();
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const recordings = lines.map((line) => JSON.parse(line) as Golden);
  return new Map(recordings.map((recording) => [recording.slug, recording]));
}

export function writeGolden(suite: string, recordings: readonly Golden[]): void {
  mkdirSync(join(fileOf(suite), '..'), { recursive: true });
  const lines = [{ engine: 'Zeebe', version: ZEEBE_VERSION, cases: recordings.length }, ...recordings];
  writeFileSync(fileOf(suite), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

export function goldenOf(testCase: Case, trace: Trace): Golden {
  return { slug: slugOf(testCase), sha256: sha256Of(testCase), trace };
}

export function sha256Of(testCase: Case): string {
  return createHash('sha256').update(allFilesOf(testCase).join('\0')).digest('hex');
}

function fileOf(suite: string): string {
  return projectPath(`test/conformance/golden/zeebe-${ZEEBE_VERSION}/${suite}.jsonl`);
}

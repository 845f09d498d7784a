import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerName } from './start-stack.js';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Part {
  readonly title: string;
  /** Started before and told to the tests by environment variables. */
  readonly servers: readonly ServerName[];
  run(environment: Readonly<Record<string, string>>): Promise<Count>;
}

/** What `npm run test:stack` runs, in this order: what fails soonest first. */
export const PARTS = {
  objects: {
    title: 'object store contract, protection and kill tests on MinIO and versitygw',
    servers: [],
    run: (environment) => jest('stack', ['test/stack/s3'], environment),
  },
  engine: {
    title: 'what needs a real broker: the invoice process through all hands on Zeebe, and its trouble',
    servers: ['zeebe'],
    run: (environment) => jest('system', ['zeebe[^/]*\\.spec'], environment),
  },
  'main-job': {
    title: 'the main job in the browser, with MinIO, Zeebe and an own PostgreSQL',
    servers: ['minio', 'zeebe'],
    run: (environment) => jest('system', ['test/features/browser/drei-personen'], environment),
  },
  'screen-reader': {
    title: 'what a person hears who works with the screen reader Orca, in a browser on a screen of its own',
    servers: [],
    run: (environment) => jest('stack', ['test/stack/screen-reader'], environment),
  },
  conformance: {
    title: 'the conformance suite on a broker whose clock it moves',
    servers: ['zeebe'],
    run: (environment) => counted(['test/conformance/run.mjs', '--engine', 'zeebe'], environment),
  },
} satisfies Record<string, Part>;

/** One spec file after the other: each may start servers of its own. */
async function jest(
  project: string,
  patterns: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-stack-'));
  try {
    const outputFile = join(folder, 'result.json');
    const options = ['--json', `--outputFile=${outputFile}`, '--runInBand', '--selectProjects', project];
    await run(['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...patterns, ...options], environment);
    const result = JSON.parse(await readFile(outputFile, 'utf8')) as Record<string, number>;
    return {
      passed: result['numPassedTests'] ?? 0,
      failed: (result['numFailedTests'] ?? 0) + (result['numRuntimeErrorTestSuites'] ?? 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the closing line 'N passed, N failed' of a script. */
async function counted(arguments_: readonly string[], environment: Readonly<Record<string, string>>): Promise<Count> {
  let output = '';
  await run(arguments_, environment, (text) => {
    output += text;
    process.stdout.write(text);
  });
  const [, passed, failed] = /(\d+) passed, (\d+) failed[^\n]*\s*$/.exec(output) ?? [];
  if (passed === undefined) throw new Error(`${arguments_.join(' ')} ended without counting`);
  return { passed: Number(passed), failed: Number(failed) };
}

/** Runs a script to its exit. Without `hear` it has our output: what it leaves running must not hold a pipe to us open. */
async function run(
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>>,
  hear?: (text: string) => void,
): Promise<void> {
  const child = spawn(process.execPath, arguments_, {
    env: { ...process.env, ...environment, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    stdio: ['ignore', hear === undefined ? 'inherit' : 'pipe', 'inherit'],
  });
  child.stdout?.on('data', (chunk: Buffer) => hear?.(chunk.toString()));
  await once(child, hear === undefined ? 'exit' : 'close');
}

// `npm test`: builds what is out of date, runs every test and closes with one line that counts them.
//
//     node test/run.mjs [--summary <file>] [options and patterns for jest]
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/** Two calls: the client's tests fail under the flag that the server's ESM tests need (jest.config.mjs). */
const CALLS = [
  { name: 'server and system', node: ['--experimental-vm-modules'], projects: ['server', 'system'] },
  { name: 'client', node: [], projects: ['client'] },
];

const { summaryFile, jestArguments } = readArguments(process.argv.slice(2));
const problems = [];
const results = [];
// Ctrl-C reaches the children by the terminal; we wait for them, so that they end their databases and browsers.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

if ((await node(['server/start.mjs', '--build-only'])) !== 0) problems.push('the build');
else for (const call of CALLS) if (!interrupted) await test(call);

const summary = count(results, problems);
if (summaryFile) await writeFile(summaryFile, `${JSON.stringify(summary)}\n`);
print(summary);
process.exitCode = summary.failed > 0 || summary.passed === 0 ? 1 : 0;

function readArguments(all) {
  const at = all.indexOf('--summary');
  if (at < 0) return { summaryFile: null, jestArguments: all };
  return { summaryFile: all[at + 1], jestArguments: all.toSpliced(at, 2) };
}

async function test({ name, node: options, projects }) {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-test-'));
  const outputFile = join(folder, 'result.json');
  try {
    // Patterns come first: --selectProjects takes every word that follows it.
    const selection = [...jestArguments, '--selectProjects', ...projects, '--passWithNoTests'];
    const code = await node([...options, jest, `--json`, `--outputFile=${outputFile}`, ...selection]);
    const result = await readResult(outputFile);
    if (result) results.push(result);
    // A call that ends badly without a failed test (a broken configuration, a crash) must not look like a success.
    if (!result || (code !== 0 && result.success)) problems.push(`the jest call for ${name}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readResult(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Runs a script of this project to its end and gives its exit code. */
function node(arguments_) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, arguments_, { cwd: root, stdio: 'inherit', env: quiet(process.env) });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One warning per worker about the flag that we set on purpose would hide the warnings that matter. */
function quiet(environment) {
  const options = [environment.NODE_OPTIONS, '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ');
  return { ...environment, NODE_OPTIONS: options };
}

function count(jestResults, failedSteps) {
  const sum = (field) => jestResults.reduce((total, result) => total + result[field], 0);
  const tests = jestResults.flatMap(({ testResults }) =>
    testResults.flatMap(({ assertionResults }) => assertionResults),
  );
  return {
    passed: sum('numPassedTests'),
    // A file that cannot even be loaded has no tests to count, so it counts as one.
    failed: sum('numFailedTests') + sum('numRuntimeErrorTestSuites') + failedSteps.length,
    skipped: tests.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
    failedSteps,
  };
}

function print({ passed, failed, skipped, failedSteps }) {
  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
  if (failedSteps.length > 0) console.log(`\nDid not end well: ${failedSteps.join(', ')}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
}

// `npm start`: builds what is out of date and runs the server in this very process, so that Ctrl-C and SIGTERM reach it
// without a middleman. Plain JavaScript, because it has to run before anything is built.
//
//     node server/start.mjs                build, then run
//     node server/start.mjs --build-only   build (CI, tests)
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

/** What is built from what. `proof` shows that the output is there at all. */
const parts = [
  {
    name: 'server',
    de: 'Server',
    sources: ['server', 'archive', 'connectors', 'tsconfig.json', 'tsconfig.server.json', 'tsconfig.build.json'],
    outputs: ['server', 'archive', 'connectors'],
    proof: 'server/responses.json',
    command: ['typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    finish: describeAnswers,
  },
  {
    name: 'client',
    de: 'Oberfläche',
    sources: ['client', 'server/contract', 'angular.json', 'tsconfig.json'],
    outputs: ['client'],
    proof: 'client/index.html',
    command: ['@angular/cli/bin/ng.js', 'build'],
    finish: packClient,
  },
];

requireNode();
await build();
if (!process.argv.includes('--build-only')) await run();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  const needed = oldestNode.join('.');
  giveUp(
    [`Node ${process.versions.node} ist zu alt; gebraucht wird ${needed} oder neuer.`, 'Node 24 installieren.'],
    [`Node ${process.versions.node} is too old; ${needed} or newer is needed.`, 'Install Node 24.'],
  );
}

async function build() {
  const stale = parts.filter((part) => !isCurrent(part));
  if (stale.length === 0) return;
  requireModules();
  const unlock = await lock();
  try {
    // Whoever held the lock before has perhaps built exactly this.
    const outcomes = await Promise.all(stale.filter((part) => !isCurrent(part)).map(buildPart));
    // Only now, so that a part that could be built does not have to be built again.
    if (outcomes.includes('failed')) process.exit(1);
  } finally {
    unlock();
  }
}

async function buildPart(part) {
  const began = Date.now();
  const stamp = stampOf(part);
  console.log(`${part.de} wird gebaut … (building the ${part.name})`);
  // The old stamp goes first: a build that is killed half-way must not count as current.
  rmSync(stampFile(part), { force: true });
  for (const output of part.outputs) rmSync(join(root, 'dist', output), { recursive: true, force: true });
  const [tool, ...options] = part.command;
  try {
    const environment = { ...process.env, NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' };
    const limits = { cwd: root, env: environment, maxBuffer: 1 << 26 };
    await promisify(execFile)(process.execPath, [join(root, 'node_modules', tool), ...options], limits);
  } catch (error) {
    console.error(`${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || error.message);
    complain(
      [`${part.de}: Der Bau ist fehlgeschlagen.`, 'Die Meldungen oben beheben; nach einem Versionswechsel „npm ci“.'],
      [`The ${part.name} could not be built.`, 'Fix the messages above; after a change of version run "npm ci".'],
    );
    return 'failed';
  }
  await part.finish?.();
  writeFileSync(stampFile(part), stamp);
  console.log(`${part.de} gebaut in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return 'built';
}

/** What the API answers, for its description: read from the types, which are gone after the build. */
async function describeAnswers() {
  const { describeResponses } = await import('./describe-responses.mjs');
  writeFileSync(join(root, 'dist', 'server', 'responses.json'), JSON.stringify(describeResponses(root)));
}

/** A packed copy beside every text of a kilobyte and more; `packed-files.ts` sends it. */
function packClient() {
  const folder = join(root, 'dist', 'client');
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(m?js|css|svg)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    if (bytes.length >= 1_000) writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

function isCurrent(part) {
  return (
    existsSync(join(root, 'dist', part.proof)) &&
    existsSync(stampFile(part)) &&
    readFileSync(stampFile(part), 'utf8') === stampOf(part)
  );
}

function stampFile(part) {
  return join(root, 'dist', `${part.name}.stamp`);
}

/**
 * A hash over names and contents. Times would be cheaper, but a checkout or an unpacked archive sets them as it likes;
 * reading a few megabytes costs some 20 ms. Libraries count by the lock file.
 */
function stampOf(part) {
  const hash = createHash('sha256');
  for (const source of [...part.sources, 'package-lock.json', 'server/start.mjs']) {
    for (const path of filesOf(source))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.ts$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

function requireModules() {
  if (parts.every((part) => existsSync(join(root, 'node_modules', part.command[0])))) return;
  giveUp(
    ['Die Bibliotheken sind nicht (vollständig) installiert.', '„npm ci“ ausführen, danach wieder „npm start“.'],
    ['The libraries are not (completely) installed.', 'Run "npm ci", then "npm start" again.'],
  );
}

/** Two builds at once would mix their output; the second waits, and finds the work done. */
async function lock() {
  const file = join(root, 'dist', 'build.lock');
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isRunning(Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true });
    else await delay(200);
  }
}

function isRunning(processId) {
  try {
    return processId > 0 && process.kill(processId, 0);
  } catch {
    return false;
  }
}

async function run() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // The server stops by itself, normally within a second. Whatever hangs, 5 s after Ctrl-C everything is down.
    process.once(signal, () => setTimeout(() => process.exit(1), 4800).unref());
  }
  try {
    await import(new URL('../dist/server/main.js', import.meta.url).href);
  } catch (error) {
    const { describeStartupProblem } = await import(
      new URL('../dist/server/platform/startup-problem.js', import.meta.url)
    );
    console.error(describeStartupProblem(error));
    process.exit(1);
  }
}

function giveUp(german, english) {
  complain(german, english);
  process.exit(1);
}

function complain([causeDe, remedyDe], [causeEn, remedyEn]) {
  console.error(`${causeDe}\nAbhilfe: ${remedyDe}\n${causeEn}\nRemedy: ${remedyEn}`);
}

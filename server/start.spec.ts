import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

// Each case starts Node and the TypeScript compiler in processes of their own: about 1 s, several while others work.
jest.setTimeout(60_000);

/** A small project of the same shape: the real compiler for the server, a page instead of Angular for the client. */
describe('npm start', () => {
  let project: string;

  beforeEach(() => {
    project = makeProject();
  });
  afterEach(() => rmSync(project, { recursive: true }));

  it('names cause and remedy when Node is too old', async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })";
    const { code, output } = await start('run', ['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    expect([code, output[0], output[3]]).toEqual([
      1,
      'Node 18.19.0 ist zu alt; gebraucht wird 20.19 oder neuer.',
      'Remedy: Install Node 24.',
    ]);
    expect(output).toHaveLength(4);
  });

  it('names cause and remedy when the libraries are not installed', async () => {
    rmSync(join(project, 'node_modules'), { recursive: true });
    const { code, output } = await start();
    expect([code, output[0]]).toEqual([1, 'Die Bibliotheken sind nicht (vollständig) installiert.']);
    expect(output).toHaveLength(4);
  });

  it('shows what the compiler says, runs nothing, and tries again next time', async () => {
    write('server/broken.ts', 'export const broken = ;');
    const { code, output } = await start();
    expect(code).toBe(1);
    expect(output).toContain('Server: Der Bau ist fehlgeschlagen.');
    expect(output.join('\n')).toContain('server/broken.ts(1,23): error TS1109');
    expect(output).not.toContain('serving one');
    write('server/broken.ts', 'export const broken = 1;');
    const again = (await start()).output;
    expect([again[0], again.at(-1)]).toEqual(['Server wird gebaut … (building the server)', 'serving one']);
    expect(again.filter((line) => line.startsWith('Oberfläche'))).toEqual([]);
  });

  it('builds, then runs; the second time it only runs', async () => {
    expect((await start()).output).toEqual([
      'Server wird gebaut … (building the server)',
      'Oberfläche wird gebaut … (building the client)',
      expect.stringMatching(/ gebaut in \d+\.\d s$/),
      expect.stringMatching(/ gebaut in \d+\.\d s$/),
      'serving one',
    ]);
    expect((await start()).output).toEqual(['serving one']);
  });

  it('builds only what changed: contents count, times do not', async () => {
    await start('build');
    utimesSync(join(project, 'server', 'main.ts'), new Date(0), new Date(0));
    write('server/main.spec.ts', 'a test is not part of the product');
    expect((await start('build')).output).toEqual([]);
    write('client/page.html', '<p>two');
    expect((await start('build')).output[0]).toBe('Oberfläche wird gebaut … (building the client)');
    write('server/word.ts', "export const word: string = 'two';");
    const { output } = await start();
    expect([output[0], output.at(-1)]).toEqual(['Server wird gebaut … (building the server)', 'serving two']);
    expect(readFileSync(join(project, 'dist', 'client', 'index.html'), 'utf8')).toBe('<p>two');
  });

  it('rebuilds everything when the libraries changed, and drops what has no source any more', async () => {
    write('server/old.ts', 'export const old = 1;');
    await start('build');
    expect(existsSync(join(project, 'dist', 'server', 'old.js'))).toBe(true);
    rmSync(join(project, 'server', 'old.ts'));
    write('package-lock.json', '{"version":2}');
    expect((await start('build')).output).toHaveLength(4);
    expect(existsSync(join(project, 'dist', 'server', 'old.js'))).toBe(false);
  });

  it('does not take a build for finished that was killed half-way', async () => {
    await start('build');
    write('server/word.ts', "export const word = 'two';");
    const killed = run();
    await once(createInterface({ input: killed.stdout }), 'line');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect((await start()).output.at(-1)).toBe('serving two');
  });

  it('builds once when two start at the same moment', async () => {
    const both = await Promise.all([start('build'), start('build')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.flatMap(({ output }) => output).filter((line) => line.startsWith('Server wird'))).toHaveLength(1);
  });

  it('prints four lines and no stack trace when the server does not start', async () => {
    cpSync(resolve('server/platform/startup-problem.ts'), join(project, 'server/platform/startup-problem.ts'));
    cpSync(resolve('server/platform/startup-texts.ts'), join(project, 'server/platform/startup-texts.ts'));
    write('server/main.ts', "await import('node:fs').then((fs) => fs.readFileSync('/'));");
    const { code, output } = await start();
    expect([code, output.at(-4)]).toEqual([1, expect.stringContaining('Unerwarteter Fehler: EISDIR')]);
    expect(output.join('\n')).not.toContain('    at ');
  });

  it('hands Ctrl-C to the server, which ends by itself', async () => {
    write(
      'server/main.ts',
      serverUntil("process.on('SIGINT', () => { console.log('stopped'); clearInterval(idle); });"),
    );
    await start('build');
    expect(await ctrlC('SIGINT')).toEqual({ code: 0, last: 'stopped', quick: true });
  });

  it('ends a server that hangs within 5 s', async () => {
    write('server/main.ts', serverUntil("process.on('SIGTERM', () => console.log('hanging'));"));
    await start('build');
    expect(await ctrlC('SIGTERM')).toEqual({ code: 1, last: 'hanging', quick: true });
  });

  async function ctrlC(signal: NodeJS.Signals) {
    const child = run();
    const lines = createInterface({ input: child.stdout });
    let last = '';
    lines.on('line', (line) => (last = line));
    await once(lines, 'line');
    const began = performance.now();
    child.kill(signal);
    const [code] = (await once(child, 'close')) as [number];
    return { code, last, quick: performance.now() - began < 5000 };
  }

  async function start(mode: 'run' | 'build' = 'run', nodeOptions: string[] = []) {
    const child = run(mode, nodeOptions);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output: text.split('\n').filter((line) => line !== '') };
  }

  function run(mode: 'run' | 'build' = 'run', nodeOptions: string[] = []) {
    const command = [
      ...nodeOptions,
      join(project, 'server', 'start.mjs'),
      ...(mode === 'build' ? ['--build-only'] : []),
    ];
    return spawn(process.execPath, command, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  }

  function write(path: string, text: string): void {
    writeFileSync(join(project, path), text);
  }
});

function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'laufmappe-start-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  mkdirSync(join(project, 'server'));
  cpSync(resolve('server/start.mjs'), join(project, 'server', 'start.mjs'));
  for (const name of ['tsconfig.json', 'tsconfig.server.json', 'tsconfig.build.json'])
    cpSync(resolve(name), join(project, name));
  write('package.json', '{"type":"module"}');
  write('package-lock.json', '{"version":1}');
  write('server/describe-responses.mjs', 'export const describeResponses = () => ({});');
  write('server/word.ts', "export const word: string = 'one';");
  write('server/main.ts', "import { word } from './word.js';\nconsole.log(`serving ${word}`);");
  write('client/page.html', '<p>one');
  mkdirSync(join(project, 'node_modules', '@types'), { recursive: true });
  for (const name of ['typescript', '@types/node', 'undici-types']) {
    symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name));
  }
  write(
    'node_modules/@angular/cli/bin/ng.js',
    `const { cpSync, mkdirSync } = require('node:fs');
     mkdirSync('dist/client', { recursive: true });
     cpSync('client/page.html', 'dist/client/index.html');`,
  );
  return project;
}

function serverUntil(handler: string): string {
  return `const idle = setInterval(() => {}, 1000);\n${handler}\nconsole.log('serving');`;
}

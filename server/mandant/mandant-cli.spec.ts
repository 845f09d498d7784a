import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { runProgram } from '../../test/support/run-program.js';

let bench: ActBench;
let home: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  bench = await openActBench();
  home = await mkdtemp(join(tmpdir(), 'laufmappe-mandant-cli-'));
  environment = {
    DATABASE_URL: bench.urls.applicationUrl,
    DATABASE_OWNER_URL: bench.urls.ownerUrl,
    DATABASE_SESSION_URL: bench.urls.sessionUrl,
    LAUFMAPPE_DATA: home,
    LAUFMAPPE_URL: 'https://akte.kreis.example',
  };
});
afterAll(async () => {
  await bench.close();
  await rm(home, { recursive: true, force: true });
});

const mandant = (...args: string[]) => runProgram('server/mandant/mandant-cli.ts', args, environment);
const create = (code: string) => [
  ...['create', '--code', code, '--name', 'Gemeinde Westfeld', '--behoerdenschluessel', '99013'],
  ...['--admin-login', `amt.${code}`, '--admin-name', 'Łucja Świątek'],
];

describe('npm run mandant', () => {
  it('refuses with a remedy what does not fit, and ends with 1', async () => {
    const unknown = await mandant('suspend', 'niemand', '--reason', 'Vertrag endet');
    expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('Es gibt keinen Mandanten „niemand“.')]);
    const bad = await mandant(...create('Groß'));
    expect([bad.code, bad.error]).toEqual([1, expect.stringContaining('code:')]);
    expect((await mandant('operator', 'a b')).code).toBe(1);
  }, 90_000);

  it('ends with 2 where it does not know the command, or where there is no export', async () => {
    expect((await mandant('verify', home)).code).toBe(2);
    await mandant(...create('nordfeld'));
    expect((await mandant('export', 'nordfeld')).code).toBe(2);
  }, 90_000);

  it('makes a Mandant, suspends and resumes it, and exports it so that both verifiers agree', async () => {
    const made = await mandant(...create('westfeld'));
    expect([made.code, made.out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^https:\/\/akte\.kreis\.example\/einladung#[A-Za-z0-9_-]{43}$/),
    ]);
    expect((await mandant('suspend', 'westfeld')).code).toBe(1);
    expect((await mandant('suspend', 'westfeld', '--reason', 'Vertrag endet')).code).toBe(0);
    expect((await mandant('list')).out).toMatch(/westfeld\t.*angehalten seit .*: Vertrag endet/);
    expect((await mandant('resume', 'westfeld')).code).toBe(0);
    const folder = join(home, 'export');
    expect((await mandant('export', 'westfeld', folder)).code).toBe(0);
    expect((await mandant('verify', folder)).code).toBe(0);
    const file = join(folder, 'rows', 'protokoll.jsonl');
    const proof = ['--export', file, '--checkpoints', join(folder, 'rows', 'checkpoints')];
    expect((await runProgram('server/protokoll/verify-cli.ts', proof, environment)).code).toBe(0);
    await appendFile(file, ' ');
    expect((await mandant('verify', folder)).out).toContain('rows/protokoll.jsonl');
  }, 120_000);
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLimited } from './run-limited.js';

const LIMITS = { milliseconds: 20_000, memoryBytes: 4_000_000_000, fileBytes: 1_000_000 };
let folder: string;

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'laufmappe-limited-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const shell = (script: string, limits = LIMITS) =>
  runLimited({ program: '/bin/sh', parameters: ['-c', script], folder, limits });

describe('runLimited', () => {
  it('ends a program that does not end, together with what it has started', async () => {
    const script = `(while :; do date > ${folder}/alive; done) & echo $! > ${folder}/child; sleep 60`;
    expect(await shell(script, { ...LIMITS, milliseconds: 1_500 })).toEqual({ kind: 'time' });
    const child = Number(await readFile(join(folder, 'child'), 'utf8'));
    // Gone, or ended and not yet fetched by init.
    expect(spawnSync('ps', ['-o', 'stat=', '-p', String(child)], { encoding: 'utf8' }).stdout).toMatch(/^(Z.*)?\s*$/);
  });

  it('lets no program write more than its limit', async () => {
    await shell(`dd if=/dev/zero of=${folder}/large bs=100000 count=100 2>/dev/null`);
    expect((await readFile(join(folder, 'large'))).length).toBeLessThanOrEqual(1_000_448);
  });

  it('passes nothing of the environment on that a secret could stand in', async () => {
    process.env['LAUFMAPPE_TEST_SECRET'] = 'geheim';
    await shell(`env > ${folder}/environment`);
    delete process.env['LAUFMAPPE_TEST_SECRET'];
    const environment = await readFile(join(folder, 'environment'), 'utf8');
    expect(environment).toContain(`HOME=${folder}`);
    expect(environment).not.toContain('geheim');
  });

  it('answers with the exit code, and passes parameters on as they are', async () => {
    const call = { program: '/bin/sh', parameters: ['-c', 'test "$1" = "a b; exit 9" && exit 3', 'sh', 'a b; exit 9'] };
    expect(await runLimited({ ...call, folder, limits: LIMITS })).toEqual({ kind: 'ended', code: 3 });
  });
});

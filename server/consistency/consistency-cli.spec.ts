import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { temporaryFolders } from '../../test/support/embedded-postgres.js';
import { receivedEingang } from '../../test/support/eingaenge.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { runProgram } from '../../test/support/run-program.js';
import { openFolderStore } from '../platform/objects/folder-store.js';

const folders = temporaryFolders();
let bench: ActBench;
let env: NodeJS.ProcessEnv;
let data: string;
beforeAll(async () => {
  data = folders.make();
  const objects = await openFolderStore(join(data, 'objects'));
  bench = { ...(await openActBench()), objects };
  const { applicationUrl, ownerUrl, sessionUrl } = bench.urls;
  env = {
    ...{ DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_SESSION_URL: sessionUrl },
    LAUFMAPPE_DATA: data,
  };
  await receivedEingang(bench, '%PDF-1.7 a letter');
  const backup = await openFolderStore(join(data, 'backup'));
  await backup.put(Readable.from([Buffer.from('%PDF-1.7 a letter')]));
});
afterAll(async () => {
  await bench.close();
  folders.removeAll();
});

const run = (...args: string[]) => runProgram('server/consistency/consistency-cli.ts', args, env);

describe('npm run pruefe', () => {
  it('ends with 2 and says what to do where there is no backup, and no database', async () => {
    expect(await run('--aus', join(data, 'none'))).toMatchObject({
      code: 2,
      error: expect.stringContaining('Abhilfe'),
    });
    const outcome = await runProgram('server/consistency/consistency-cli.ts', [], { LAUFMAPPE_DATA: folders.make() });
    expect(outcome).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Remedy') });
  });

  it('F102 ends with 1 while an object is missing, and with 0 when a backup has given it back', async () => {
    expect(await run('--alles')).toMatchObject({ code: 0, out: expect.stringMatching(/^In Ordnung/) });
    for (const name of await readdir(join(data, 'objects'))) {
      if (name !== 'incoming') await rm(join(data, 'objects', name), { recursive: true });
    }
    const missing = await run('--json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({
      state: 'faulty',
      findings: [{ kind: 'missing', table: 'eingang' }],
    });
    const repaired = await run('--reparieren', '--aus', join(data, 'backup'), '--english');
    expect(repaired).toMatchObject({ code: 0, out: expect.stringContaining('1 from the backup') });
    expect(await run()).toMatchObject({ code: 0 });
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { eventually } from '../../test/support/api-client.js';
import { createIntake, type Intake } from './intake.js';
import { watchFolder, type WatchedFolder } from './watch-folder.js';

let bench: ActBench;
let folder: string;
let watching: WatchedFolder | undefined;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-eingang-'));
});
afterEach(async () => {
  await watching?.stop();
  watching = undefined;
  await rm(folder, { recursive: true });
});

function watch(
  intake: Intake = createIntake({ ...bench, largestItem: 100 }),
  mandantId: string | null = bench.mandantId,
) {
  watching = watchFolder({ folder, intake, clock: bench.clock, mandantId, lookMilliseconds: 5 });
  return watching;
}

const put = (name: string, content: string) => writeFile(join(folder, name), content);
const eingaenge = (name: string) => bench.sql(`SELECT channel, size FROM eingang WHERE file_name = $1`, [name]);

describe('the watched folder of a Mandant', () => {
  it('is not looked at while there is no Mandant', async () => {
    await put('niemand.pdf', 'x');
    const { health, stop } = watch(undefined, null);
    await stop();
    expect([health(), await readdir(folder)]).toEqual([null, ['niemand.pdf']]);
  });

  it('puts a letter above the limit aside, with the reason in German beside it', async () => {
    await put('zu gross.pdf', 'x'.repeat(101));
    watch();
    const failed = join(folder, 'fehler');
    const reason = await eventually(
      async () => (await readdir(failed).catch(() => [])).find((name) => name.endsWith('.grund.txt')),
      'a reason beside the letter',
    );
    expect(await readFile(join(failed, reason), 'utf8')).toContain('größer als');
    expect(await eingaenge('zu gross.pdf')).toEqual([]);
  });

  it('keeps letters while the database is away, says so, and takes them once it is back', async () => {
    let away = true;
    const intake = createIntake({ ...bench, largestItem: 100 });
    await put('spaeter.pdf', 'inhalt');
    const { health } = watch((context, item) =>
      away ? Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) : intake(context, item),
    );
    await eventually(async () => health()?.state === 'degraded', 'the folder to say that letters wait');
    away = false;
    await eventually(async () => (await eingaenge('spaeter.pdf')).length > 0, 'the letter that waited');
    await eventually(async () => health()?.state === 'ok', 'the folder to be well again');
  });

  it('takes a letter for its Mandant under a name that is safe to show', async () => {
    await put('Rechnung\u202efdp.exe\u0001.pdf', 'inhalt');
    watch();
    const name = 'Rechnungfdp.exe.pdf';
    await eventually(async () => (await eingaenge(name)).length > 0, 'the letter on the desk');
    expect(await eingaenge(name)).toEqual([{ channel: 'folder', size: '6' }]);
    expect(watching?.health()).toMatchObject({ state: 'ok' });
  });
});

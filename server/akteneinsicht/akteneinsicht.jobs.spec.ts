import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { orderedPackage } from '../../test/support/akteneinsichten.js';
import { protectedFor } from '../../test/support/rights.js';
import { done } from '../../test/support/closed-vorgang.js';
import { germanDay } from '../contract/german-day.js';
import { endRedacting, readOf } from '../schwaerzung/testing/redacting.js';
import { composeHandler } from './akteneinsicht.jobs.js';
import { forgetExpired } from './akteneinsicht.store.js';
import { loadHashes, packageFile } from './akteneinsicht.views.js';
import { cancelAkteneinsicht } from './cancel-akteneinsicht.js';

let bench: ActBench;
let composing: ReturnType<typeof composeHandler>;

beforeAll(async () => {
  bench = await openActBench();
  composing = composeHandler({ runner: bench.runner, objects: bench.objects, scratchFolder: tmpdir() });
});
afterAll(async () => {
  await composing.close();
  await endRedacting();
  await bench.close();
});

const compose = (akteneinsichtId: string) =>
  bench.runner.transaction(bench.system, async (tx) => ({
    refused: (await composing.handler(tx, { akteneinsichtId }, akteneinsichtId)) ?? null,
  }));

const stateOf = async (id: string) =>
  (
    await bench.sql<{ state: string; sha256: string | null }>(`SELECT state, sha256 FROM akteneinsicht WHERE id = $1`, [
      id,
    ])
  )[0];

describe('the job that puts a package together', () => {
  it('does nothing for one that was cancelled', async () => {
    const { akteneinsichtId } = await orderedPackage(bench);
    done(await bench.perform('jana.petersen', cancelAkteneinsicht, { akteneinsichtId }));
    expect(await compose(akteneinsichtId)).toEqual({ refused: null });
    expect(await stateOf(akteneinsichtId)).toEqual({ state: 'abgebrochen', sha256: null });
  });

  it('F114 gives one PDF with cover, contents, numbered pages, reasons and hashes, and nothing of what is left out', async () => {
    const { akteneinsichtId, file } = await orderedPackage(bench);
    expect(await compose(akteneinsichtId)).toEqual({ refused: null });
    const { sha256 } = (await stateOf(akteneinsichtId)) ?? {};
    const bytes = await buffer(await bench.objects.get(sha256 ?? ''));
    const read = await readOf(bytes);
    if (typeof read === 'string') throw new Error(read);
    const pages = read.pages.map(({ words }) => words.map(({ text }) => text).join(' '));
    const all = pages.join('\n');
    expect(pages[0]).toMatch(/Akteneinsicht[^]*Erika Beispiel[^]*§ 29 VwVfG/);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Blatt ${index + 1} von ${pages.length}`);
    expect(all).toContain(file.sha256);
    expect(all).toContain('§ 29 Abs. 2 VwVfG');
    expect(all).toContain('Musterfrau');
    expect(all).not.toMatch(/Heimlich|Gutachten/);
    const hashes = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadHashes(tx, akteneinsichtId, tx.clock.today()),
    );
    expect(hashes).toMatchObject({
      package: { sha256, pages: pages.length },
      dokumente: [
        { share: 'whole', sha256: file.sha256, pages: 1, firstPage: pages.length },
        { share: 'leftOut', sha256: null, pages: 0 },
      ],
    });
  });

  it('says on the cover what day it is in Germany, also in the hour after midnight', async () => {
    const evening = new Date(bench.clock.now());
    evening.setUTCHours(23, 30, 0, 0);
    bench.clock.advance(evening.getTime() - bench.clock.now().getTime());
    const { akteneinsichtId } = await orderedPackage(bench);
    await compose(akteneinsichtId);
    const { sha256 } = (await stateOf(akteneinsichtId)) ?? {};
    const read = await readOf(await buffer(await bench.objects.get(sha256 ?? '')));
    if (typeof read === 'string') throw new Error(read);
    expect(read.pages[0]?.words.map(({ text }) => text).join(' ')).toContain(germanDay(bench.clock.today()));
  });

  it('makes nothing twice', async () => {
    const { akteneinsichtId } = await orderedPackage(bench);
    await compose(akteneinsichtId);
    const first = await stateOf(akteneinsichtId);
    await compose(akteneinsichtId);
    expect(await stateOf(akteneinsichtId)).toEqual(first);
  });

  it('shows the package only to those who may see every Dokument in it', async () => {
    const { akteneinsichtId, akteId } = await orderedPackage(bench);
    await compose(akteneinsichtId);
    const found = (login: string) =>
      bench.runner.transaction(bench.as(login), (tx) => packageFile(tx, akteneinsichtId, tx.clock.today()));
    expect(await found('jana.petersen')).toMatchObject({ name: 'Akteneinsicht.pdf' });
    await protectedFor(bench, akteId);
    expect(await found('jana.petersen')).toMatchObject({ code: 'platform.notFound' });
    expect(await found('helga.brandt')).toMatchObject({ name: 'Akteneinsicht.pdf' });
  });

  it('gives it out until its day, and lets go of the bytes after it', async () => {
    const { akteneinsichtId } = await orderedPackage(bench);
    await compose(akteneinsichtId);
    const on = (day: string) =>
      bench.runner.transaction(bench.as('jana.petersen'), (tx) => packageFile(tx, akteneinsichtId, day));
    const [row] = await bench.sql<{ day: string }>(
      `SELECT to_char(expires_on, 'YYYY-MM-DD') AS day FROM akteneinsicht WHERE id = $1`,
      [akteneinsichtId],
    );
    expect(await on(row!.day)).toHaveProperty('sha256');
    expect(await on('2199-01-01')).toMatchObject({ code: 'akteneinsicht.notThere' });
    await bench.runner.transaction(bench.system, async (tx) => {
      await forgetExpired(tx, '2199-01-01');
      return {};
    });
    expect((await stateOf(akteneinsichtId))?.sha256).toBeNull();
  });
});

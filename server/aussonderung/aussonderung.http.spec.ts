import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import type { AussonderungOverview, AussonderungPreview } from '../contract/aussonderung-views.js';
import type { Route } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { aussonderungRoutes } from './aussonderung.http.js';
import type { AbgabeParts } from './prepare-abgabe.js';
import { createTransferAbgabe } from './transfer-abgabe.js';

const ELEVEN_YEARS = 11 * 366 * 24 * 3_600_000;

let bench: Workbench;
let parts: AbgabeParts;
let routes: readonly Route[];

beforeEach(async () => {
  bench = await openWorkbench();
  const partner = { name: 'Kreisarchiv Musterkreis', outsideDin91379: 'warn' as const };
  parts = { ...bench, partner, system: { name: 'Laufmappe', version: '0.1.0' } };
  routes = aussonderungRoutes(parts);
});
afterEach(() => bench.close());

/** Calls a route as the application does, as the archivist unless said otherwise, and in a Mandant. */
async function call(path: string, input: Record<string, unknown> = {}, mandantId = bench.mandantId): Promise<unknown> {
  const route = routes.find((each) => each.path === path);
  if (!route || ['upload', 'download', 'transfer', 'reading'].includes(route.kind)) throw new Error(`no route ${path}`);
  return bench.runner.transaction({ ...bench.as('amir.rakimov'), mandantId }, async (tx): Promise<unknown> => {
    tx.require(route.permission);
    const values = input as Record<string, string>;
    if (route.kind === 'view') return route.load(tx, values, {});
    if (route.kind === 'file') return route.find(tx, values);
    if (route.kind !== 'question') throw new Error(`${path} is a ${route.kind}`);
    return route.answer(tx, route.schema.parse(input));
  });
}

const overview = (mandantId?: string) => call('/api/aussonderungen', {}, mandantId) as Promise<AussonderungOverview>;
const preview = (vorgangIds: string[], mandantId?: string) =>
  call('/api/aussonderungen/preview', { vorgangIds }, mandantId);

const hand = (vorgangId: string) =>
  bench.runner.perform(bench.as('amir.rakimov'), createTransferAbgabe(parts), { vorgangIds: [vorgangId] }, newId());

describe('GET /api/aussonderungen', () => {
  it('shows nothing of another Mandant', async () => {
    await closedVorgang(bench, '10.11.01');
    bench.clock.advance(ELEVEN_YEARS);
    expect(await overview(newId())).toMatchObject({ due: [], waiting: [], packages: [] });
  });

  it('lists what is due with the reason why it is not selectable, and what waits, soonest first', async () => {
    const archival = await closedVorgang(bench, '10.11.01');
    const toDestroy = await closedVorgang(bench, '20.31.04');
    const unlimited = await closedVorgang(bench, '10.02.01');
    const long = await closedVorgang(bench, '20.11.02');
    const before = await overview();
    expect(before.due).toEqual([]);
    expect(before.waiting.map(({ aufbewahrungsende }) => aufbewahrungsende)).toEqual([
      '2036-12-31',
      '2036-12-31',
      '2056-12-31',
      null,
    ]);
    bench.clock.advance(ELEVEN_YEARS);
    const { due, waiting, today } = await overview();
    expect(today).toBe('2037-12-02');
    expect(due).toMatchObject([
      { vorgangId: archival.vorgangId, aussonderungsart: 'A', dokumente: 1, size: 15, obstacles: [] },
      {
        vorgangId: toDestroy.vorgangId,
        aktenplaneinheit: '20.31.04 Bewirtschaftung der Liegenschaften',
        obstacles: [
          {
            code: 'aussonderung.toDestroy',
            de: 'Aussonderungsart V: zu vernichten, wird nicht abgegeben.',
            en: 'Disposal class V: to be destroyed, is not transferred.',
          },
        ],
      },
    ]);
    expect(waiting).toMatchObject([
      { vorgangId: long.vorgangId, obstacles: [{ code: 'aussonderung.periodRunning' }] },
      { vorgangId: unlimited.vorgangId, obstacles: [{ code: 'aussonderung.unlimited' }] },
    ]);
  });
});

describe('POST /api/aussonderungen/preview', () => {
  it('refuses what the Abgabe itself would refuse, with the same reasons', async () => {
    const { vorgangId } = await closedVorgang(bench, '20.31.04');
    bench.clock.advance(ELEVEN_YEARS);
    expect(await preview([vorgangId])).toMatchObject({
      code: 'aussonderung.notTransferable',
      reasons: [{ reasons: [{ code: 'aussonderung.toDestroy' }] }],
    });
    expect(await preview([vorgangId], newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('shows the message with its findings, also where it may not leave', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    await bench.database.transaction(bench.mandantId, (queries) =>
      queries.query(`UPDATE vorgang SET betreff = ' ' WHERE id = $1`, [vorgangId]),
    );
    bench.clock.advance(ELEVEN_YEARS);
    const refused = (await preview([vorgangId])) as AussonderungPreview;
    expect(refused.findings).toMatchObject([{ code: 'record.betreffEmpty', severity: 'error' }]);
    expect(refused.xml).toContain('Aussonderung.Aussonderung.0503');
  });

  it('shows the message as it would leave, with a hash for every file, and stores nothing', async () => {
    const { vorgangId, aktenzeichen } = await closedVorgang(bench, '10.11.01');
    bench.clock.advance(ELEVEN_YEARS);
    const shown = (await preview([vorgangId])) as AussonderungPreview;
    expect(shown.fileName).toMatch(/^[0-9a-f-]{36}_Aussonderung\.Aussonderung\.0503\.zip$/);
    expect(shown.xml).toContain(aktenzeichen);
    expect(shown.entries).toEqual([
      {
        name: expect.stringMatching(/^[0-9a-f-]{36}\.pdf$/),
        original: 'Anschreiben.pdf',
        size: 15,
        sha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      },
    ]);
    expect(shown.findings).toEqual([]);
    expect((await overview()).packages).toEqual([]);
  });
});

describe('GET /api/aussonderungen/:id/paket', () => {
  it('finds nothing under a malformed, unknown or foreign id', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    bench.clock.advance(ELEVEN_YEARS);
    const { aussonderungId } = done(await hand(vorgangId));
    for (const id of ['../../etc/passwd', newId()]) {
      expect(await call('/api/aussonderungen/:id/paket', { id })).toMatchObject({ code: 'platform.notFound' });
    }
    expect(await call('/api/aussonderungen/:id/paket', { id: aussonderungId }, newId())).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it('hands out the container as a download under its xdomea name', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    bench.clock.advance(ELEVEN_YEARS);
    const answer = done(await hand(vorgangId));
    expect(await call('/api/aussonderungen/:id/paket', { id: answer.aussonderungId })).toEqual({
      name: answer.fileName,
      mime: 'application/zip',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: answer.size,
    });
    const [listed] = (await overview()).packages;
    expect(listed?.url).toBe(`/api/aussonderungen/${answer.aussonderungId}/paket`);
  });
});

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPackage } from '../../archive/package/read-package.js';
import { done } from '../../test/support/closed-vorgang.js';
import {
  jana,
  openWeitergabeBench,
  order,
  someAkte,
  stateOf,
  textDokument,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { openTeilakte } from '../akte/open-teilakte.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { openSource } from '../import/import-source.js';
import { positionsForAkten } from '../import/import.store.js';
import { probeImport } from '../import/probe-import.js';
import { newId } from '../platform/ids.js';
import { createExaminer } from '../posteingang/examination/examine.js';
import { keepPackage } from './keep-package.js';
import { packHandler } from './weitergabe.jobs.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const stored = { sha256: 'a'.repeat(64), size: 1 };

async function packageOf(weitergabeId: string) {
  const { sha256 } = await stateOf(bench, weitergabeId);
  const zip = await openPackage(await buffer(await bench.objects.get(sha256 ?? '')));
  if (zip.kind === 'refused') throw new Error(zip.findings[0]?.en);
  return zip;
}

describe('keepPackage', () => {
  it('F13 refuses an unknown one, and leaves one that was withdrawn while it was packed', async () => {
    expect(await bench.run(keepPackage, { weitergabeId: newId(), stored })).toMatchObject({
      code: 'platform.notFound',
    });
    const { weitergabeId } = done(await order(bench, (await someAkte(bench)).akteId));
    done(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version: 1, reason: 'Irrtum' }));
    expect(done(await bench.run(keepPackage, { weitergabeId, stored }))).toEqual({ state: 'left' });
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'zurueckgezogen', sha256: null });
  });

  it('F13 stops before the next Dokument when somebody withdraws it, and stores no package', async () => {
    const { akteId } = await someAkte(bench, ['eins', 'zwei', 'drei']);
    const { weitergabeId } = done(await order(bench, akteId));
    const read: string[] = [];
    const objects = {
      ...bench.objects,
      get: async (sha256: string) => {
        read.push(sha256);
        done(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version: 1, reason: 'Irrtum' }));
        return bench.objects.get(sha256);
      },
    };
    const packing = packHandler({ runner: bench.runner, objects });
    const ended = await bench.runner.transaction(bench.system, async (tx) => ({
      refused: (await packing(tx, { weitergabeId }, weitergabeId)) ?? null,
    }));
    expect(ended).toEqual({ refused: null });
    expect(read).toHaveLength(1);
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'zurueckgezogen', sha256: null });
  });

  it('F13 makes the ZIP that the import reads, with all hashes, Teilakten in it and a text for people', async () => {
    const { akteId } = await someAkte(bench, ['Angebot', 'Auftrag']);
    const teil = done(await bench.run(openTeilakte, { akteId, betreff: 'Süd' }));
    const below = done(await bench.run(openVorgang, { akteId: teil.akteId, betreff: 'Gerüst' }));
    await textDokument(bench, below.vorgangId, 'Gerüstplan');
    const { weitergabeId } = done(await order(bench, akteId));
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit', done: 3 });
    const zip = await packageOf(weitergabeId);
    const note = (await buffer(await zip.read('Weitergabe.txt'))).toString();
    expect(note).toMatch(/Von: +Musterkreis\r\nAn: +Nachbarkreis[^]*Dokumente: +3\r\nVertraulichkeit: offen/);
    zip.close();
    const folder = await mkdtemp(join(tmpdir(), 'laufmappe-package-'));
    const examiner = createExaminer();
    try {
      const path = join(folder, 'paket.zip');
      const { sha256 } = await stateOf(bench, weitergabeId);
      await pipeline(await bench.objects.get(sha256 ?? ''), createWriteStream(path));
      const source = done(await openSource(path));
      const today = bench.clock.today();
      const positions = await bench.database.transaction(bench.mandantId, (queries) =>
        positionsForAkten(queries, today),
      );
      const parts = { examiner, positions, today, largestItem: 1_000_000, progress: () => undefined };
      const probed = done(await probeImport(source, parts));
      source.close();
      expect(probed.faults).toEqual([]);
      expect(probed.lines.map(({ betreff }) => betreff)).toEqual(['Angebot', 'Auftrag', 'Gerüstplan']);
      expect(new Set(probed.lines.map(({ akte }) => akte)).size).toBe(1);
      expect(probed.lines.every(({ sha256: hash, probed: found }) => hash === found.sha256)).toBe(true);
    } finally {
      await examiner.close();
      await rm(folder, { recursive: true });
    }
  });

  it('F13 goes on after a server that died while it was packing', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    const dying = packHandler({
      runner: bench.runner,
      objects: { ...bench.objects, put: () => Promise.reject(new Error('killed')) },
    });
    const killed = bench.runner.transaction(bench.system, async (tx) => ({
      refused: await dying(tx, { weitergabeId }, ''),
    }));
    await expect(killed).rejects.toThrow('killed');
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
    (await packageOf(weitergabeId)).close();
  });
});

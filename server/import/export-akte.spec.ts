import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPackage } from '../../archive/package/read-package.js';
import { done } from '../../test/support/closed-vorgang.js';
import { manifestLine, openImportBench, type ImportBench } from '../../test/support/import-bench.js';
import { newId } from '../platform/ids.js';
import { exportAkte } from './export-akte.js';

let bench: ImportBench;
beforeAll(async () => void (bench = await openImportBench()));
beforeEach(() => bench.clear());
afterAll(() => bench.close());

async function exported(akteId: string): Promise<Buffer> {
  const made = done(await bench.runner.transaction(bench.system, (tx) => exportAkte(tx, bench.objects, akteId)));
  return buffer(made.pieces);
}

/** The hashes that the manifest of a ZIP tells, in its order. */
async function contentOf(bytes: Buffer): Promise<string[]> {
  const zip = await openPackage(bytes);
  if (zip.kind === 'refused') throw new Error(zip.findings[0]?.en);
  const manifest = await buffer(await zip.read('manifest.csv'));
  return [...manifest.toString().matchAll(/\b[0-9a-f]{64}\b/g)].map(([hash]) => hash);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('exportAkte', () => {
  it('refuses to give out an Akte that is not there', async () => {
    const answer = await bench.runner.transaction(bench.system, (tx) => exportAkte(tx, bench.objects, newId()));
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('F12 gives a person nothing of an Akte that this person may not see', async () => {
    await bench.put({ 'a.txt': 'Angebot', 'b.txt': 'Geheim' });
    await bench.manifest(manifestLine('S1', '1', 'a.txt'), manifestLine('S1', '2', 'b.txt'));
    done(await bench.take());
    const [first, second] = await bench.sql<{ akte: string; id: string }>(
      `SELECT v.akte_id AS akte, v.id FROM vorgang v JOIN import_vorgang i ON i.vorgang_id = v.id
        WHERE i.akte_key = 'S1' ORDER BY i.vorgang_key`,
    );
    const give = () =>
      bench.runner.transaction(bench.as('jana.petersen'), (tx) => exportAkte(tx, bench.objects, first!.akte));
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [second!.id]);
    expect(await contentOf(await buffer(done(await give()).pieces))).toEqual([sha256('Angebot')]);
    await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [first!.akte]);
    expect(await give()).toMatchObject({ code: 'platform.notFound' });
  });

  it('F12 gives an Akte out as the ZIP that it reads: what comes back is the same, signs and names too', async () => {
    await bench.put({ 'a.txt': 'Angebot', 'b/a.txt': 'Auftrag' });
    const row = ['G "1"; x', '20.31.05', 'Fassade; "Süd"', '1', 'Öffnung', 'Schrei\u00dfen', '', 'a.txt', ''];
    const cells = row.map((value) => `"${value.replaceAll('"', '""')}"`);
    await bench.manifest(cells.join(';'), [...cells.slice(0, 7), 'b/a.txt', ''].join(';'));
    done(await bench.take());
    const akten = await bench.sql<{ id: string }>(`SELECT akte_id AS id FROM import_akte WHERE akte_key = 'G "1"; x'`);
    const given = await exported(akten[0]!.id);
    await writeFile(join(bench.folder, 'akte.zip'), given);
    const probed = await bench.probe(join(bench.folder, 'akte.zip'));
    expect(probed.faults).toEqual([]);
    expect(probed.lines).toMatchObject([
      {
        betreff: 'Schrei\u00dfen',
        akteBetreff: 'Fassade; "Süd" (bisher G "1"; x)',
        vorgangBetreff: 'Öffnung',
        file: 'a.txt',
      },
      { betreff: 'Schrei\u00dfen', file: 'a (2).txt', probed: { sha256: sha256('Auftrag'), mime: 'text/plain' } },
    ]);
    const outcome = done(await bench.take('whole', bench.objects, join(bench.folder, 'akte.zip')));
    const copied = await bench.sql<{ id: string }>(`SELECT akte_id AS id FROM import_akte WHERE run_id = $1`, [
      outcome.runId,
    ]);
    expect(await contentOf(given)).toEqual([sha256('Angebot'), sha256('Auftrag')]);
    expect(await contentOf(await exported(copied[0]!.id))).toEqual(await contentOf(given));
  });
});

import { text } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { destroyAll, ELEVEN_YEARS, release, released, request, toDestroy } from '../../test/support/vernichtung.js';
import { newId } from '../platform/ids.js';
import { excludeVorgang } from './exclude-vorgang.js';
import type { Loeschnachweis } from './loeschnachweis.js';
import { createProveVernichtung } from './prove-vernichtung.js';
import { loadVernichtungen } from './vernichtung.views.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const prove = (vernichtungId: string) => bench.run(createProveVernichtung(bench.objects), { vernichtungId });

async function proof(form: 'pdf' | 'json'): Promise<string> {
  const [row] = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM loeschnachweis WHERE form = $1`, [form]);
  return text(await bench.objects.get(row!.sha256));
}

describe('proveVernichtung', () => {
  it('refuses an unknown Vernichtung, and proves none that is not released, nor twice', async () => {
    expect(await prove(newId())).toMatchObject({ code: 'platform.notFound' });
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [vorgangId]));
    expect(await prove(vernichtungId)).toEqual({ files: 0 });
    done(await release(bench, vernichtungId));
    await destroyAll(bench);
    expect(await prove(vernichtungId)).toEqual({ files: 0 });
  });

  it('F79 says who, when, why and what with its hashes, what was taken out and why, and nothing of the content', async () => {
    const [gone, out] = [await toDestroy(bench, ['Vertraulicher Inhalt']), await toDestroy(bench, ['anderes'])];
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [gone.vorgangId, out.vorgangId]));
    const excluding = { vernichtungId, version: 1, vorgangId: out.vorgangId, reason: 'Rechtsstreit' };
    done(await bench.perform('helga.brandt', excludeVorgang, excluding));
    done(await release(bench, vernichtungId, 2));
    await destroyAll(bench);
    const json = await proof('json');
    expect(JSON.parse(json) as Loeschnachweis).toMatchObject({
      form: 'laufmappe/loeschnachweis/1',
      mandant: { name: 'Musterkreis' },
      vernichtungId,
      reason: 'Aktenordnung, Anlage 2',
      requested: { by: 'Helga Brandt' },
      released: { by: 'Dr. Ruth Lindqvist' },
      keepUntil: '2067-12-31',
      excluded: [{ aktenzeichen: out.aktenzeichen, reason: 'Rechtsstreit' }],
      vorgaenge: [
        {
          id: gone.vorgangId,
          aktenzeichen: gone.aktenzeichen,
          kennzeichen: '20.31.04',
          aufbewahrungsende: '2036-12-31',
          dokumente: 1,
          objects: [
            {
              id: gone.dokumentIds[0],
              kind: 'version',
              nummer: 1,
              outcome: 'removed',
              sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
            },
          ],
        },
      ],
    });
    expect(json).not.toContain('Vertraulich');
    expect((await proof('pdf')).startsWith('%PDF-1.7')).toBe(true);
  });

  it('F79 offers the proof in both forms, which nobody can change or remove', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const vernichtungId = await released(bench, [vorgangId]);
    await destroyAll(bench);
    const { vernichtungen } = await bench.database.transaction(bench.mandantId, loadVernichtungen);
    expect(vernichtungen).toMatchObject([
      {
        id: vernichtungId,
        state: 'done',
        items: [{ vorgangId, state: 'destroyed' }],
        proofs: [
          { url: `/api/vernichtungen/${vernichtungId}/pdf` },
          { url: `/api/vernichtungen/${vernichtungId}/json` },
        ],
      },
    ]);
    for (const sql of [`UPDATE loeschnachweis SET size = 1`, `DELETE FROM loeschnachweis`]) {
      await expect(bench.sql(sql)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await bench.database.transaction(newId(), loadVernichtungen)).toEqual({ vernichtungen: [] });
  });
});

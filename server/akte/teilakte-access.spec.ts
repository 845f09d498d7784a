import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { openTeilakte } from './open-teilakte.js';
import { openVorgang } from './open-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const classOf = async (table: 'akte' | 'vorgang', id: string) => {
  const [row] = await bench.sql<{ class: number; akte: string | null; stufe: string }>(
    `SELECT r.access_class AS class, c.akte_id AS akte, c.vertraulichkeitsstufe AS stufe
       FROM ${table} r JOIN access_class c ON c.mandant_id = r.mandant_id AND c.number = r.access_class WHERE r.id = $1`,
    [id],
  );
  return row;
};

describe('a Teilakte', () => {
  it('F3 is as protected and as confidential as the Akte it lies in, before and after that changes', async () => {
    const { akteId } = await openedVorgang(bench);
    const teil = done(await bench.run(openTeilakte, { akteId, betreff: 'Pläne' }));
    const { vorgangId } = done(await bench.run(openVorgang, { akteId: teil.akteId, betreff: 'Angebote' }));
    await bench.sql(`UPDATE akte SET protected = true, vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [akteId]);
    const later = done(await bench.run(openTeilakte, { akteId, betreff: 'Gutachten' }));
    const wanted = await classOf('akte', akteId);
    expect(wanted).toMatchObject({ akte: akteId, stufe: 'vertraulich' });
    for (const id of [teil.akteId, later.akteId]) expect(await classOf('akte', id)).toEqual(wanted);
    expect(await classOf('vorgang', vorgangId)).toEqual(wanted);
  });

  it('may be more confidential itself, and stays under the protection of the Akte above', async () => {
    const { akteId } = await openedVorgang(bench);
    const { akteId: teil } = done(await bench.run(openTeilakte, { akteId, betreff: 'Pläne' }));
    const { vorgangId } = done(await bench.run(openVorgang, { akteId: teil, betreff: 'Angebote' }));
    await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [teil]);
    await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [akteId]);
    for (const [table, id] of [
      ['akte', teil],
      ['vorgang', vorgangId],
    ] as const) {
      expect(await classOf(table, id)).toMatchObject({ akte: akteId, stufe: 'geheim' });
    }
  });
});

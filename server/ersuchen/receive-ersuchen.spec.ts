import { asked, openErsuchenBench, standsAt, type ErsuchenBench } from '../../test/support/ersuchen.js';
import { done } from '../../test/support/closed-vorgang.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { newId } from '../platform/ids.js';
import { loadReceived } from './ersuchen.views.js';
import { receiveErsuchen, type ReceiveErsuchenInput } from './receive-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const list = async () =>
  done(await bench.runner.transaction(bench.other.context, (tx) => loadReceived(tx, null))).items;
const bring = (own: Partial<ReceiveErsuchenInput> = {}) => {
  const id = own.id ?? newId();
  const input: ReceiveErsuchenInput = {
    ...{ id, comingFrom: bench.mandantId, fromName: 'Musterkreis', betreff: 'Auskunft', question: 'Bitte' },
    ...{ frist: null, stufe: 'offen', dokumente: [], ...own },
  };
  const crossing = { mandantId: bench.other.mandantId, correlationId: id };
  return inOtherMandant(bench.runner, crossing, receiveErsuchen, input);
};

describe('receiveErsuchen', () => {
  it('F39 refuses nobody the list of theirs, and hides a confidential one from whoever is not cleared for it', async () => {
    const id = newId();
    expect(await bring({ id, stufe: 'vertraulich' })).toBeNull();
    expect(await standsAt(bench.other, id)).toMatchObject({ state: 'offen' });
    expect((await list()).map((row) => row.id)).not.toContain(id);
  });

  it('F39 shows the other Mandant what was asked, and nothing else of us', async () => {
    const { ersuchenId } = await asked(bench);
    expect((await list()).find(({ id }) => id === ersuchenId)).toMatchObject({
      ...{
        direction: 'erhalten',
        other: 'Musterkreis',
        betreff: 'Halterauskunft',
        frist: '2026-12-15',
        stufe: 'offen',
      },
      ...{
        dokumente: ['Ersuchen: Halterauskunft', 'Angebot'],
        state: 'offen',
        vorgang: null,
        askedBy: null,
        ended: null,
      },
    });
    const [seen] = await bench.other.sql<{ count: number }>(
      `SELECT ((SELECT count(*) FROM vorgang) + (SELECT count(*) FROM dokument)
               + (SELECT count(*) FROM ersuchen WHERE mandant_id <> $1))::int AS count`,
      [bench.other.mandantId],
    );
    expect(seen?.count).toBe(0);
    expect(await bench.sql(`SELECT id FROM ersuchen WHERE direction = 'erhalten'`)).toEqual([]);
  });

  it('F39 is there once, however often it is brought', async () => {
    const id = newId();
    expect([await bring({ id }), await bring({ id, betreff: 'anders' })]).toEqual([null, null]);
    const rows = await bench.other.sql(`SELECT betreff FROM ersuchen WHERE id = $1`, [id]);
    expect(rows).toEqual([{ betreff: 'Auskunft' }]);
    expect(await bench.other.sql(`SELECT sequence FROM protokoll WHERE object_id = $1`, [id])).toHaveLength(1);
  });
});

import { done } from '../../test/support/closed-vorgang.js';
import {
  accepted,
  answer,
  openAufgaben,
  openErsuchenBench,
  register,
  signerThere,
  standsAt,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { newId } from '../platform/ids.js';
import { recallErsuchen } from './recall-ersuchen.js';
import { recordAnswer } from './record-answer.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const enclosedThere = async (thereId: string) => {
  const enclosed = `SELECT id FROM dokument WHERE vorgang_id = $1 AND art = 'anlage'`;
  return (await bench.other.sql<{ id: string }>(enclosed, [thereId]))[0]?.id ?? '';
};

describe('recordAnswer', () => {
  it('F39 changes nothing for a Mandant that was not asked', async () => {
    const { ersuchenId, vorgangId } = await accepted(bench);
    const crossing = { mandantId: bench.mandantId, correlationId: ersuchenId };
    const input = { ersuchenId, comingFrom: newId(), answer: 'x', answeredBy: 'x', dokumente: [] };
    expect(await inOtherMandant(bench.runner, crossing, recordAnswer, input)).toBeNull();
    expect(await standsAt(bench, ersuchenId)).toMatchObject({ state: 'angenommen' });
    expect(await register(bench, vorgangId)).toHaveLength(2);
  });

  it('F39 brings no Dokument into a Vorgang whose Ersuchen was taken back meanwhile', async () => {
    const { ersuchenId, vorgangId } = await accepted(bench);
    done(await answer(bench, ersuchenId));
    done(await bench.perform('jana.petersen', recallErsuchen, { ersuchenId, version: 2, reason: 'Hat sich erledigt' }));
    await bench.work();
    expect(await register(bench, vorgangId)).toHaveLength(2);
    expect(await standsAt(bench, ersuchenId)).toMatchObject({ state: 'zurueckgenommen' });
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'beantwortet', travelling: 0 });
  });

  it('F39 names nobody of ours as the author of what has come, but whoever has signed it over there, with their Mandant', async () => {
    const { ersuchenId, vorgangId, thereId } = await accepted(bench);
    done(await answer(bench, ersuchenId, { dokumentIds: [await enclosedThere(thereId)] }));
    await bench.work();
    const by = `${signerThere(bench)}, ${bench.other.name}`;
    const came = await bench.sql(
      `SELECT d.created_by AS dokument, s.created_by AS version, d.created_by_id AS id
         FROM dokument d JOIN dokument_version s ON s.dokument_id = d.id
        WHERE d.vorgang_id = $1 AND d.nummer > 2`,
      [vorgangId],
    );
    expect(came).toEqual([by, by].map((name) => ({ dokument: name, version: name, id: null })));
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      ...{ action: 'ersuchen.recordAnswer', payload: { by } },
    });
  });

  it('F39 files letter and Dokumente where it was asked, with the same bytes, and gives whoever asked an Aufgabe', async () => {
    const { ersuchenId, vorgangId, thereId } = await accepted(bench);
    done(await answer(bench, ersuchenId, { dokumentIds: [await enclosedThere(thereId)] }));
    await bench.work();
    const [ours, theirs] = [await register(bench, vorgangId), await register(bench.other, thereId)];
    expect(ours.slice(2)).toMatchObject([
      { betreff: 'Antwort auf das Ersuchen: Halterauskunft', art: 'eingang', sha256: theirs.at(-1)?.sha256 },
      { betreff: 'Angebot', art: 'anlage', sha256: ours[0]?.sha256 },
    ]);
    expect(await standsAt(bench, ersuchenId)).toMatchObject({
      ...{
        state: 'beantwortet',
        by: `${signerThere(bench)}, ${bench.other.name}`,
        answer: 'Halterin ist Erika Mustermann.',
      },
    });
    expect(await openAufgaben(bench, vorgangId)).toMatchObject([
      { titel: 'Antwort lesen: Halterauskunft', assigneeId: bench.personId('jana.petersen') },
    ]);
  });
});

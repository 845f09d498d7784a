import {
  accepted,
  answer,
  asked,
  openAufgaben,
  openErsuchenBench,
  register,
  standsAt,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { newId } from '../platform/ids.js';
import { createAnswerErsuchen } from './answer-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const dokumentThere = async (vorgangId: string) =>
  (
    await bench.other.sql<{ id: string }>(`SELECT id FROM dokument WHERE vorgang_id = $1 AND art = 'anlage'`, [
      vorgangId,
    ])
  )[0]?.id ?? '';

describe('answerErsuchen', () => {
  it('F39 refuses whoever may not answer, whoever asked, one that is not accepted, an old version, and no words', async () => {
    const [open, { ersuchenId }] = [await asked(bench), await accepted(bench)];
    const ours = (login: string) =>
      bench.perform(login, createAnswerErsuchen(bench), {
        ersuchenId,
        version: 2,
        answer: 'Auskunft',
        dokumentIds: [],
      });
    expect(await ours('ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await ours('jana.petersen')).toMatchObject({ code: 'platform.notFound' });
    expect(await answer(bench, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await answer(bench, open.ersuchenId, { version: 1 })).toMatchObject({ code: 'ersuchen.notAccepted' });
    expect(await answer(bench, ersuchenId, { version: 1 })).toMatchObject({ code: 'platform.stale' });
    expect(await answer(bench, ersuchenId, { answer: '  ' })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F39 refuses Dokumente of other Vorgaenge, and those that are more confidential than the question', async () => {
    const [{ ersuchenId, thereId }, elsewhere] = [await accepted(bench), await accepted(bench)];
    const foreign = { dokumentIds: [await dokumentThere(elsewhere.thereId)] };
    expect(await answer(bench, ersuchenId, foreign)).toMatchObject({ code: 'ersuchen.dokumentNotGoing' });
    const stufe = 'nurFuerDenDienstgebrauch';
    await bench.other.sql(`UPDATE person SET clearance = $1`, [stufe]);
    await bench.other.sql(`UPDATE vorgang SET vertraulichkeitsstufe = $2 WHERE id = $1`, [thereId, stufe]);
    const dokumentIds = [await dokumentThere(thereId)];
    expect(await answer(bench, ersuchenId, { dokumentIds })).toMatchObject({ code: 'ersuchen.tooConfidential' });
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'angenommen' });
  });

  it('F39 files the letter, ends the Aufgabe, and answers once', async () => {
    const { ersuchenId, thereId } = await accepted(bench);
    expect(await openAufgaben(bench.other, thereId)).toHaveLength(1);
    expect(await answer(bench, ersuchenId)).toEqual({ version: 3 });
    expect(await openAufgaben(bench.other, thereId)).toEqual([]);
    expect((await register(bench.other, thereId)).at(-1)).toMatchObject({
      ...{ betreff: 'Antwort auf das Ersuchen: Halterauskunft', art: 'ausgang' },
    });
    expect(await answer(bench, ersuchenId, { version: 3 })).toMatchObject({ code: 'ersuchen.ended' });
    await bench.work();
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'beantwortet', travelling: 0 });
  });
});

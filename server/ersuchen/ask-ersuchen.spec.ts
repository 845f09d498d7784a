import { done } from '../../test/support/closed-vorgang.js';
import { ask, openErsuchenBench, register, standsAt, type ErsuchenBench } from '../../test/support/ersuchen.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { closedAt } from '../../test/support/retention.js';
import { closeZdA } from '../akte/close-zda.js';
import { newId } from '../platform/ids.js';
import { createAskErsuchen } from './ask-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const refusal = async (own: Parameters<typeof ask>[1], login?: string) => (await ask(bench, own, login)).answer;

describe('askErsuchen', () => {
  it('F39 refuses whoever may not ask, a closed Vorgang, an unknown one, and a Mandant that is none, or is ours', async () => {
    expect(await refusal({}, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
    for (const mandantId of [newId(), bench.mandantId]) {
      expect(await refusal({ mandantId })).toMatchObject({ code: 'ersuchen.unknownMandant' });
    }
    const { vorgangId } = await closedAt(bench);
    const wish = {
      vorgangId,
      mandantId: bench.other.mandantId,
      betreff: 'x',
      question: 'x',
      frist: null,
      dokumentIds: [],
    };
    expect(await bench.perform('jana.petersen', createAskErsuchen(bench), wish)).toMatchObject({ code: 'akte.closed' });
    expect(
      await bench.perform('jana.petersen', createAskErsuchen(bench), { ...wish, vorgangId: newId() }),
    ).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it('F39 refuses a Frist before today, a question without words or of 10,001 letters, and more than 50 Dokumente', async () => {
    expect(await refusal({ frist: '2026-11-23' })).toMatchObject({ code: 'ersuchen.fristPast' });
    const dokumentIds = Array.from({ length: 51 }, () => newId());
    for (const own of [{ question: ' ' }, { question: 'x'.repeat(10_001) }, { dokumentIds }, { betreff: 'a\u202Eb' }]) {
      expect(await refusal(own)).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('F39 refuses a draft, what lies in another Vorgang, and what is unknown, and files nothing then', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const draft = await addedDokument(bench, vorgangId, { state: 'entwurf' });
    const elsewhere = await addedDokument(bench, (await openedVorgang(bench)).vorgangId);
    for (const dokumentIds of [[draft], [elsewhere], [newId()]]) {
      expect(await refusal({ vorgangId, dokumentIds })).toMatchObject({ code: 'ersuchen.dokumentNotGoing' });
    }
    expect((await register(bench, vorgangId)).filter(({ art }) => art === 'ausgang')).toEqual([]);
  });

  it('F39 files the letter, holds what goes along, and tells it in the Protokoll under the id that both sides know', async () => {
    const { vorgangId, dokumentId, answer } = await ask(bench);
    const { ersuchenId } = done(answer);
    expect(await standsAt(bench, ersuchenId)).toMatchObject({ state: 'offen', version: 1, travelling: 2 });
    expect(await register(bench, vorgangId)).toMatchObject([
      { betreff: 'Angebot' },
      { betreff: 'Ersuchen: Halterauskunft', art: 'ausgang', parent: null },
    ]);
    const told = (await bench.protokoll(vorgangId)).at(-1);
    expect(told).toMatchObject({
      ...{ action: 'ersuchen.askErsuchen', correlationId: ersuchenId },
      payload: { dokumente: [{ dokumentId }], text: { de: expect.stringContaining(bench.other.name) } },
    });
  });

  it('F39 lets nobody close the Vorgang while it is not answered', async () => {
    const { vorgangId } = await ask(bench);
    const closing = await bench.perform('jana.petersen', closeZdA, { vorgangId, version: 1 });
    expect(closing).toMatchObject({ reasons: [{ code: 'akte.ersuchenOpen' }] });
  });
});

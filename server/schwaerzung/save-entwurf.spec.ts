import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { letterInVorgang, markedLetter, someMark } from '../../test/support/schwaerzungen.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { saveEntwurf } from './save-entwurf.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('saveEntwurf', () => {
  it('refuses without dokument.write, and an unknown Dokument', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    const input = { dokumentId, nummer: 1, version: 0, marks: [someMark()] };
    const answers = [
      await bench.perform('kim.okafor', saveEntwurf, input),
      await bench.perform('jana.petersen', saveEntwurf, { ...input, dokumentId: newId() }),
      await bench.perform('jana.petersen', saveEntwurf, { ...input, nummer: 7 }),
    ];
    expect(answers).toMatchObject(
      ['identity.notPermitted', 'platform.notFound', 'platform.notFound'].map((code) => ({ code })),
    );
  });

  it.each([
    ['an empty rectangle', { boxes: [[10, 10, 10, 20]] }],
    ['a place beyond all paper', { boxes: [[0, 0, 1e9, 20]] }],
    ['no number', { boxes: [[0, 0, Number.NaN, 20]] }],
    ['page 0', { page: 0 }],
    ['an unknown reason', { reason: 'because' }],
    ['a paragraph that turns its direction', { paragraph: '§ 5 \u202eGFI' }],
    ['a paragraph of 10,000 letters', { paragraph: '§'.repeat(10_000) }],
  ])('refuses a mark with %s', async (_what, own) => {
    const { dokumentId } = await letterInVorgang(bench);
    const input = { dokumentId, nummer: 1, version: 0, marks: [{ ...someMark(), ...own }] };
    expect(await bench.perform('jana.petersen', saveEntwurf, input)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a kind of file that has no pages to blacken, and says what to do', async () => {
    const { dokumentId } = await letterInVorgang(bench, { mime: 'message/rfc822' });
    const input = { dokumentId, nummer: 1, version: 0, marks: [someMark()] };
    expect(await bench.perform('jana.petersen', saveEntwurf, input)).toMatchObject({
      code: 'schwaerzung.kind',
      message: { de: expect.stringContaining('message/rfc822') },
      remedy: { de: expect.stringContaining('als PDF speichern') },
    });
  });

  it('refuses to overwrite what somebody else has marked meanwhile', async () => {
    const { dokumentId, version } = await markedLetter(bench);
    const input = { dokumentId, nummer: 1, marks: [] };
    for (const stale of [0, version + 1])
      expect(await bench.perform('jana.petersen', saveEntwurf, { ...input, version: stale })).toMatchObject({
        code: 'platform.stale',
      });
  });

  it('begins one draft where two people begin at once', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    const input = { dokumentId, nummer: 1, version: 0, marks: [someMark()] };
    const answers = await Promise.all([
      bench.perform('jana.petersen', saveEntwurf, input),
      bench.perform('ruth.lindqvist', saveEntwurf, input),
    ]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.version)).sort()).toEqual([
      1,
      'platform.stale',
    ]);
  });

  it('keeps places and reasons, and tells the Protokoll how many', async () => {
    const marks = [someMark(), someMark({ page: 2, reason: 'anderes', paragraph: '§ 9 IFG NRW' })];
    const { dokumentId, schwaerzungId, version } = await markedLetter(bench);
    const input = { dokumentId, nummer: 1, version, marks };
    const saved = done(await bench.perform('jana.petersen', saveEntwurf, input));
    expect(saved).toEqual({ schwaerzungId, version: 2 });
    const rows = await bench.sql(`SELECT state, version, marks FROM schwaerzung WHERE dokument_id = $1`, [dokumentId]);
    expect(rows).toEqual([{ state: 'entwurf', version: 2, marks }]);
    expect((await bench.protokoll(dokumentId)).at(-1)).toMatchObject({
      action: 'schwaerzung.saveEntwurf',
      payload: { marks: 2, nummer: 1 },
    });
  });
});

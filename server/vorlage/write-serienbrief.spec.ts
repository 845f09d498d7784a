import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, versionOf } from '../../test/support/records.js';
import { begunSeries, seriesOf, someWish } from '../../test/support/series.js';
import { templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { closeZdA } from '../akte/close-zda.js';
import { newId } from '../platform/ids.js';
import { insertSerienbrief } from './serienbrief.store.js';
import { createWriteSerienbrief } from './write-serienbrief.js';

let bench: ActBench;
let own: TemplateBench;

beforeAll(async () => {
  bench = await openActBench();
  own = templatesOf(bench);
});
afterAll(async () => {
  await own.templates.close();
  await bench.close();
});

const write = async (serienbriefId: string, times = 1) => {
  for (let count = 0; count < times; count += 1) {
    done(await bench.run(createWriteSerienbrief(own.templates), { serienbriefId }));
  }
};
const dokumente = (vorgangId: string) =>
  bench.sql<{ betreff: string }>(
    `SELECT betreff, state, created_by AS by FROM dokument WHERE vorgang_id = $1 ORDER BY nummer`,
    [vorgangId],
  );

describe('writeSerienbrief', () => {
  it('refuses one recipient whose letter lacks a value, with the reason, and writes to the next', async () => {
    const wish = await someWish(own, '');
    const recipient = (facts: object) => ({ label: 'Ude', facts: { 'empfaenger.name': 'Ude', ...facts }, faults: [] });
    const [id, person] = [newId(), { id: bench.personId('jana.petersen'), name: 'Jana Petersen' }];
    // As if the entry of the register had been emptied between order and letter.
    await bench.runner.transaction(bench.system, (tx) =>
      insertSerienbrief(
        tx,
        { ...wish, id, person },
        [recipient({}), recipient({ 'empfaenger.anschrift': 'Ude\nUlm' })],
        tx.clock.now(),
      ),
    );
    await write(id, 3);
    const { state, recipients } = await seriesOf(own, id);
    expect([state, recipients.map((each) => each.state)]).toEqual(['fertig', ['abgewiesen', 'geschrieben']]);
    expect(recipients[0]?.refusal?.[0]?.de).toContain('empfaenger.anschrift');
  });

  it('stops with the reason where the Vorgang was closed meanwhile, and leaves everybody waiting', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm');
    const id = await begunSeries(own, wish);
    await addedDokument(bench, wish.vorgangId);
    const version = await versionOf(bench, 'vorgang', wish.vorgangId);
    done(await bench.perform('ruth.lindqvist', closeZdA, { vorgangId: wish.vorgangId, version }));
    await write(id);
    expect(await seriesOf(own, id)).toMatchObject({
      state: 'angehalten',
      obstacle: { de: expect.stringContaining('z. d. A.') },
      recipients: [{ state: 'wartet' }],
    });
  });

  it('writes one draft for each, in the name of whoever ordered it, and ends with a count', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm\nOhne Ort;\nWeiß;Köln');
    const id = await begunSeries(own, wish);
    await write(id, 3);
    expect(await seriesOf(own, id)).toMatchObject({
      state: 'fertig',
      recipients: [{ dokument: 'An Ude' }, { state: 'abgewiesen', dokument: null }, { dokument: 'An Weiß' }],
    });
    expect(await dokumente(wish.vorgangId)).toEqual([
      { betreff: 'An Ude', state: 'entwurf', by: 'Jana Petersen' },
      { betreff: 'An Weiß', state: 'entwurf', by: 'Jana Petersen' },
    ]);
    const rows = await bench.protokoll(wish.vorgangId);
    expect(rows.at(-1)).toMatchObject({ action: 'vorlage.writeSerienbrief', payload: { written: 2, refused: 1 } });
    await write(id);
    expect(await dokumente(wish.vorgangId)).toHaveLength(2);
  });

  it('goes on with the same recipient after it was cut off in the middle, and writes to nobody twice', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm\nWeiß;Köln');
    const id = await begunSeries(own, wish);
    const cutOff = bench.runner.transaction(bench.system, async (tx) => {
      done(await createWriteSerienbrief(own.templates)(tx, { serienbriefId: id }));
      throw new Error('killed');
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(await dokumente(wish.vorgangId)).toEqual([]);
    const three = Array.from({ length: 3 }, () => write(id));
    await Promise.all(three);
    expect((await dokumente(wish.vorgangId)).map(({ betreff }) => betreff)).toEqual(['An Ude', 'An Weiß']);
    expect((await seriesOf(own, id)).state).toBe('fertig');
  });

  it('does nothing for one that is not there any more', async () => {
    expect(done(await bench.run(createWriteSerienbrief(own.templates), { serienbriefId: newId() }))).toEqual({});
  });
});

import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { filedMail } from '../../test/support/eingaenge.js';
import { orderReceipt } from './order-receipt.js';
import { loadReceipts } from './posteingang.views.js';
import { waiveReceipt } from './waive-receipt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function waive(own: object = {}, login = 'ines.vogt') {
  const { eingangId } = await filedMail(bench);
  const input = { eingangId, version: 1, reason: 'Schon am Telefon bestätigt', ...own };
  return { eingangId, answer: await bench.perform(login, waiveReceipt, input) };
}

describe('waiveReceipt', () => {
  it('refuses whoever lacks the permission, and a stale version', async () => {
    expect((await waive({}, 'tomasz.sliwa')).answer).toMatchObject({ code: 'identity.notPermitted' });
    expect((await waive({ version: 7 })).answer).toMatchObject({ code: 'platform.stale' });
  });

  it.each(['', 'ja', 'x'.repeat(501), 'x'.repeat(1_000_000), 'gut\u202eos'])(
    'refuses a reason that says nothing, too much, or something else: case %#',
    async (reason) => {
      expect((await waive({ reason })).answer).toMatchObject({ code: 'platform.invalidInput' });
    },
  );

  it('F24 keeps the reason, and takes it from the list; it can still be sent', async () => {
    const { eingangId, answer } = await waive();
    const { version } = done(answer);
    const listed = done(await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadReceipts(tx))).items;
    expect(listed.map(({ id }) => id)).not.toContain(eingangId);
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({
      action: 'posteingang.waiveReceipt',
      payload: { reason: 'Schon am Telefon bestätigt' },
    });
    done(await bench.perform('ines.vogt', orderReceipt, { eingangId, version }));
  });
});

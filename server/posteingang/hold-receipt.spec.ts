import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { filedMail, orderedReceipt } from '../../test/support/eingaenge.js';
import { holdReceipt } from './hold-receipt.js';
import { orderReceipt } from './order-receipt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('holdReceipt', () => {
  it('refuses whoever lacks the permission, what was not ordered, and a stale version', async () => {
    const { eingangId, version } = await orderedReceipt(bench);
    const hold = (login: string, input: object) => bench.perform(login, holdReceipt, { eingangId, version, ...input });
    expect(await hold('tomasz.sliwa', {})).toMatchObject({ code: 'identity.notPermitted' });
    expect(await hold('ines.vogt', { version: 1 })).toMatchObject({ code: 'platform.stale' });
    const other = (await filedMail(bench)).eingangId;
    expect(await hold('ines.vogt', { eingangId: other, version: 1 })).toMatchObject({
      code: 'posteingang.receiptNotOrdered',
    });
  });

  it('holds it back, so that the next order is another one', async () => {
    const { eingangId, version } = await orderedReceipt(bench);
    const held = done(await bench.perform('ines.vogt', holdReceipt, { eingangId, version }));
    done(await bench.perform('ines.vogt', orderReceipt, { eingangId, ...held }));
    const keys = (await bench.followUps('posteingang.deliverReceipt')).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith(eingangId))).toEqual([`${eingangId}/2`, `${eingangId}/4`]);
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({ action: 'posteingang.holdReceipt' });
  });
});

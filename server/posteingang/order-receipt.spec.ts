import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, filedMail, MAIL, orderedReceipt, SENDER } from '../../test/support/eingaenge.js';
import { newId } from '../platform/ids.js';
import { orderReceipt } from './order-receipt.js';
import { loadReceipts } from './posteingang.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const order = (eingangId: string, login = 'ines.vogt', version = 1) =>
  bench.perform(login, orderReceipt, { eingangId, version });

describe('orderReceipt', () => {
  it('refuses whoever lacks the permission, and what is not there', async () => {
    const { eingangId } = await filedMail(bench);
    expect(await order(eingangId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await order(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await order(await examinedEingang(bench))).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses before the Eingang is filed, a stale version, and a second order', async () => {
    expect(await order(await examinedEingang(bench, MAIL))).toMatchObject({ code: 'posteingang.receiptBeforeFiling' });
    expect(await order((await filedMail(bench)).eingangId, 'ines.vogt', 9)).toMatchObject({ code: 'platform.stale' });
    const { eingangId, version } = await orderedReceipt(bench);
    expect(await order(eingangId, 'ines.vogt', version)).toMatchObject({ code: 'posteingang.receiptOrdered' });
  });

  it('refuses a record that the person may only read, and one that is classified', async () => {
    const { eingangId, vorgangId } = await filedMail(bench);
    await bench.sql(`UPDATE access_rule SET level = 1 WHERE subject = 'house'`);
    const reading = await order(eingangId);
    await bench.sql(`UPDATE access_rule SET level = 2 WHERE subject = 'house'`);
    expect(reading).toMatchObject({ code: 'access.mayNotWork' });
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [vorgangId]);
    expect(await order(eingangId, 'helga.brandt')).toMatchObject({ code: 'postausgang.classified' });
  });

  it('makes no receipt of an address that is none', async () => {
    const { eingangId } = await filedMail(bench, { senderAddress: 'anna@dach.example\r\nBcc: all@dach.example' });
    expect(await order(eingangId)).toMatchObject({ code: 'platform.notFound' });
  });

  it('F24 orders it in the words of the house, to leave in half a minute', async () => {
    const { eingangId, vorgangId, aktenzeichen, version } = await orderedReceipt(bench);
    expect(version).toBe(2);
    const [followUp] = (await bench.followUps('posteingang.deliverReceipt')).filter(({ key }) =>
      key.startsWith(eingangId),
    );
    expect(followUp).toMatchObject({
      key: `${eingangId}/2`,
      payload: { to: SENDER, subject: `Eingangsbestätigung: Undichtes Dach (${aktenzeichen})`, vorgangId },
    });
    expect(followUp?.payload['text']).toContain(`Wir bearbeiten es unter dem Aktenzeichen ${aktenzeichen}`);
    const [row] = await bench.sql<{ due: Date }>(
      `SELECT next_at AS due FROM outbox WHERE topic = 'posteingang.deliverReceipt' AND key = $1`,
      [`${eingangId}/2`],
    );
    expect(row!.due.getTime() - bench.clock.now().getTime()).toBe(30_000);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'posteingang.orderReceipt',
      payload: { to: SENDER },
    });
  });
});

describe('what came by mail and is filed', () => {
  it('F24 is listed until its sender has a receipt, and what came on paper is not', async () => {
    const { eingangId } = await filedMail(bench);
    const paper = await examinedEingang(bench);
    const listed = done(await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadReceipts(tx))).items;
    expect(listed.find(({ id }) => id === eingangId)?.receipt).toEqual({
      ...{ version: 1, state: 'open', address: SENDER, note: null },
    });
    expect(listed.map(({ id }) => id)).not.toContain(paper);
  });
});

import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { filedMail, SENDER } from '../../test/support/eingaenge.js';
import { newId } from '../platform/ids.js';
import { Readable } from 'node:stream';
import type { SentReceipt } from './receipt.jobs.js';
import { recordReceipt } from './record-receipt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function sent(own: Partial<SentReceipt> = {}): Promise<SentReceipt> {
  const { eingangId, vorgangId } = await filedMail(bench);
  const stored = done(await bench.objects.put(Readable.from([Buffer.from('Subject: Eingang\r\n\r\nGuten Tag')])));
  return {
    ...{ eingangId, vorgangId, version: 2, to: SENDER, subject: 'Eingangsbestätigung: Dach' },
    ...{ messageId: '<1@musterkreis.example>', answer: '250 ok' },
    file: { ...stored, mime: 'message/rfc822', name: 'Eingangsbestätigung.eml' },
    ...own,
  };
}

describe('recordReceipt', () => {
  it('refuses a Vorgang that is not there', async () => {
    expect(await bench.run(recordReceipt, await sent({ vorgangId: newId() }))).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it('files the mail as it left, once, however often it is told', async () => {
    const receipt = await sent();
    const first = done(await bench.run(recordReceipt, receipt));
    expect(await bench.run(recordReceipt, receipt)).toEqual(first);
    const dokumente = await bench.sql(`SELECT betreff, art FROM dokument WHERE vorgang_id = $1 ORDER BY nummer`, [
      receipt.vorgangId,
    ]);
    expect(dokumente).toEqual([
      { betreff: 'Undichtes Dach', art: 'eingang' },
      { betreff: 'Eingangsbestätigung: Dach', art: 'ausgang' },
    ]);
    const rows = (await bench.protokoll(receipt.vorgangId)).filter(
      ({ action }) => action === 'posteingang.recordReceipt',
    );
    expect(rows).toMatchObject([{ payload: { to: SENDER, answer: '250 ok', messageId: '<1@musterkreis.example>' } }]);
  });
});

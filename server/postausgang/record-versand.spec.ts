import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { recordVersand } from './record-versand.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const versand = (vorgangId: string) => ({
  onceId: newId(),
  vorgangId,
  to: ['anna@amt.example'],
  subject: 'Ihr Antrag',
  messageId: '<x@kreis.example>',
  answer: '250 queued',
  refused: [],
  file: { sha256: 'b'.repeat(64), size: 9, mime: 'message/rfc822', name: 'Ihr Antrag.eml' },
});

describe('recordVersand', () => {
  it('refuses a Vorgang that is z. d. A.', async () => {
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    expect(await bench.run(recordVersand, versand(vorgangId))).toMatchObject({ code: 'akte.closed' });
  });

  it('files the mail as it left and proves to whom, once', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const input = versand(vorgangId);
    const first = done(await bench.run(recordVersand, input));
    expect(done(await bench.run(recordVersand, input))).toEqual(first);
    const rows = await bench.sql(
      `SELECT d.art, d.state, d.betreff, v.sha256, v.mime FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
        WHERE d.vorgang_id = $1`,
      [vorgangId],
    );
    const { sha256, mime } = input.file;
    expect(rows).toEqual([{ art: 'ausgang', state: 'gueltig', betreff: 'Ihr Antrag', sha256, mime }]);
    const entries = (await bench.protokoll(vorgangId)).filter(({ action }) => action === 'postausgang.recordVersand');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.payload).toMatchObject({ to: ['anna@amt.example'], answer: '250 queued', sha256 });
  });
});

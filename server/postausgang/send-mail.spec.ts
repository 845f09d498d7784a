import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import type { Job } from '../workflow/process-engine.js';
import { sendMail } from './send-mail.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const HEADERS = { an: '{{ empfaenger }}', betreff: 'Zu {{ sache }}', text: 'Guten Tag' };
const VALUES = { empfaenger: 'anna@amt.example', sache: 'Gehweg' };
const work = (variables: Job['variables'], headers: Job['headers'] = HEADERS) => {
  const keys = { key: newId(), instanceKey: newId() };
  const job: Job = { ...keys, type: 'post.mailSenden', elementId: 'Mail', headers, variables };
  return bench.runner.transaction(bench.system, (tx) => sendMail(tx, job));
};

describe('the job post.mailSenden', () => {
  it.each(['an', 'betreff', 'text'])('fails where the step has no header %s', async (name) => {
    const { vorgangId } = await openedVorgang(bench);
    await expect(work({ vorgangId, ...VALUES }, { ...HEADERS, [name]: ' ' })).rejects.toThrow(`no header ${name}`);
  });

  it('takes the way of an error where a place is empty: no mail leaves with one', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await work({ vorgangId, sache: 'Gehweg' })).toMatchObject({
      bpmnError: { code: 'vorlage.angabeFehlt', variables: { fehlendeAngaben: ['empfaenger'] } },
    });
  });

  it('refuses with every reason at once', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const evil = { empfaenger: 'anna@amt.example, x', sache: 'a\r\nBcc: all@amt.example' };
    expect(await work({ vorgangId, ...evil })).toMatchObject({
      code: 'postausgang.badAddress',
      reasons: [{ code: 'postausgang.badSubject' }],
    });
  });

  it('refuses to attach a draft, a Dokument of another Vorgang, an unknown one and what is no id', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const elsewhere = await openedVorgang(bench);
    const draft = await addedDokument(bench, vorgangId, { state: 'entwurf' });
    const foreign = await addedDokument(bench, elsewhere.vorgangId);
    for (const id of [draft, foreign, newId(), 'x', null, 7]) {
      const answer = await work({ vorgangId, ...VALUES, anhaenge: [id] });
      expect(answer).toMatchObject({ code: 'postausgang.attachmentUnknown' });
    }
    await expect(work({ vorgangId, ...VALUES, anhaenge: draft })).rejects.toThrow('anhaenge holds no list');
  });

  it('F66 refuses to send what is classified, by the Vorgang or by its Akte', async () => {
    const [own, inherited] = [await openedVorgang(bench), await openedVorgang(bench)];
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'nurFuerDenDienstgebrauch' WHERE id = $1`, [
      own.vorgangId,
    ]);
    await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [inherited.akteId]);
    for (const { vorgangId } of [own, inherited]) {
      expect(await work({ vorgangId, ...VALUES })).toMatchObject({ code: 'postausgang.classified' });
    }
  });

  it('refuses attachments that are too large together', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const file = { sha256: 'a'.repeat(64), size: 11_000_000, mime: 'application/pdf', name: 'Plan.pdf' };
    const anhaenge = [await addedDokument(bench, vorgangId, { file }), await addedDokument(bench, vorgangId, { file })];
    expect(await work({ vorgangId, ...VALUES, anhaenge })).toMatchObject({ code: 'postausgang.attachmentsTooLarge' });
  });

  it('orders the mail with the newest version of each attachment, and tells nobody outside itself', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const anhaenge = [await addedDokument(bench, vorgangId)];
    expect(await work({ vorgangId, ...VALUES, anhaenge })).toMatchObject({
      outside: {
        topic: 'post.deliver',
        payload: { order: { to: ['anna@amt.example'], subject: 'Zu Gehweg', attachments: [{ name: 'Angebot.pdf' }] } },
      },
    });
  });
});

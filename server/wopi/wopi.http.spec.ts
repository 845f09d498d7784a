import { checkoutsOf } from '../../test/support/checkouts.js';
import { done } from '../../test/support/closed-vorgang.js';
import { dokumentRow, waitingUploads } from '../../test/support/dokumente.js';
import { LARGEST_ITEM, openEditorBench, type EditorBench } from '../../test/support/editor-bench.js';
import { answered } from '../../test/support/editor-client.js';
import { checkOut } from '../dokument/check-out.js';
import { finalizeDokument } from '../dokument/finalize-dokument.js';
import { takeCheckout } from '../dokument/take-checkout.js';
import { newId } from '../platform/ids.js';
import { TOKEN_MILLISECONDS } from './wopi.js';

let bench: EditorBench;

beforeAll(async () => {
  bench = await openEditorBench();
});
afterAll(() => bench.close());

const versionsOf = async (dokumentId: string) => (await dokumentRow(bench, dokumentId)).versions;
const text = async (response: Promise<Response>) => (await response).text();

describe('the door of WOPI', () => {
  it('refuses every request without a token, with an unknown one, and with one for another Dokument', async () => {
    const [mine, other] = [await bench.draft(), await bench.draft('geheim')];
    const { token } = done(await bench.openEditor('jana.petersen', mine.dokumentId));
    for (const wrong of [
      { token: '', dokumentId: mine.dokumentId },
      { token: 'x'.repeat(43), dokumentId: mine.dokumentId },
      { token, dokumentId: other.dokumentId },
      { token, dokumentId: newId() },
      { token, dokumentId: 'nothing' },
    ]) {
      const editor = bench.client(wrong);
      const answers = [editor.check(), editor.read(), editor.save('L', 'x'), editor.ask('LOCK', 'L')];
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    }
  });

  it('refuses a token after the sign-out, after its time, and of a person who was switched off', async () => {
    const { dokumentId } = await bench.draft();
    const opened = done(await bench.openEditor('jana.petersen', dokumentId));
    const editor = bench.client({ token: opened.token, dokumentId });
    expect((await editor.check()).status).toBe(200);
    await bench.signOut(opened.sessionId);
    expect((await editor.check()).status).toBe(401);

    const late = await bench.editorOf('jana.petersen', dokumentId);
    bench.clock.advance(TOKEN_MILLISECONDS);
    expect((await late.check()).status).toBe(401);

    const gone = await bench.editorOf('jana.petersen', dokumentId);
    await bench.sql(`UPDATE person SET active = false WHERE login = 'jana.petersen'`);
    expect((await gone.check()).status).toBe(401);
    await bench.sql(`UPDATE person SET active = true WHERE login = 'jana.petersen'`);
    expect((await gone.check()).status).toBe(200);
  });

  it('refuses what the editor server has not signed, or long ago, or with a key that it never had', async () => {
    const { dokumentId } = await bench.draft();
    const { token } = done(await bench.openEditor('jana.petersen', dokumentId));
    const signed = (parts: object) => bench.client({ token, dokumentId, ...parts });
    expect((await signed({ key: null }).check()).status).toBe(500);
    expect((await signed({ key: bench.keys.foreign.privateKey }).check()).status).toBe(500);
    expect((await signed({ time: () => Date.now() - 21 * 60_000 }).check()).status).toBe(500);
    expect((await signed({ key: bench.keys.old.privateKey }).check()).status).toBe(200);
    const { current, foreign } = bench.keys;
    const changed = signed({ key: foreign.privateKey, oldKey: current.privateKey });
    expect((await changed.check()).status).toBe(200);
  });

  it('refuses everything while nobody can say which keys the editor server has', async () => {
    const { dokumentId } = await bench.draft();
    const editor = await bench.editorOf('jana.petersen', dokumentId);
    const { discovery } = bench.said;
    bench.said.discovery = null;
    expect((await editor.check()).status).toBe(500);
    bench.said.discovery = discovery;
    expect((await editor.check()).status).toBe(200);
  });

  it('knows no copy, no other name and no deletion', async () => {
    const { editor } = await bench.editing();
    for (const override of ['PUT_RELATIVE', 'RENAME_FILE', 'DELETE']) {
      expect((await editor.ask(override, 'L')).status).toBe(501);
    }
    expect((await editor.ask('LOCK')).status).toBe(400);
    expect((await editor.save('x'.repeat(1_025), 'x')).status).toBe(400);
  });
});

describe('an editor', () => {
  it('is refused a Dokument that a colleague has checked out by hand, and may read it', async () => {
    const { dokumentId } = await bench.draft();
    const editor = await bench.editorOf('jana.petersen', dokumentId);
    const { version } = await dokumentRow(bench, dokumentId);
    done(await bench.perform('ruth.lindqvist', checkOut, { dokumentId, version }));
    expect(answered(await editor.ask('LOCK', 'L'))).toEqual([409, '']);
    expect(await (await editor.check()).json()).toMatchObject({ UserCanWrite: false, ReadOnly: true });
    expect(await text(editor.read())).toBe('Sehr geehrte Frau Ruf');
  });

  it('is refused a Dokument that became final, and one whose Vorgang is z. d. A.', async () => {
    const [final, closed] = [await bench.draft(), await bench.draft()];
    const editors = [
      await bench.editorOf('jana.petersen', final.dokumentId),
      await bench.editorOf('jana.petersen', closed.dokumentId),
    ];
    const { version } = await dokumentRow(bench, final.dokumentId);
    done(await bench.perform('jana.petersen', finalizeDokument, { dokumentId: final.dokumentId, version }));
    await bench.sql(`UPDATE vorgang SET state = 'zdA', zda_date = '2026-11-24' WHERE id = $1`, [closed.vorgangId]);
    for (const editor of editors) {
      expect(answered(await editor.ask('LOCK', 'L'))).toEqual([409, '']);
      expect(answered(await editor.save('L', 'anders'))).toEqual([409, '']);
      expect(await (await editor.check()).json()).toMatchObject({ ReadOnly: true });
    }
  });

  it('is refused as soon as its person may no longer see the Vorgang', async () => {
    const { dokumentId, editor } = await bench.editing();
    const rules = await bench.sql<{ id: string }>(`SELECT id FROM access_rule WHERE subject = 'house'`);
    await bench.sql(`UPDATE access_rule SET level = 1 WHERE subject = 'house'`);
    expect((await editor.check()).status).toBe(200);
    expect((await editor.save('L', 'anders')).status).toBe(404);
    await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
    expect((await editor.check()).status).toBe(404);
    expect((await editor.read()).status).toBe(404);
    expect((await editor.ask('UNLOCK', 'L')).status).toBe(404);
    await bench.sql(
      `INSERT INTO access_rule (id, mandant_id, subject, role, level, granted_by, granted_at)
       VALUES ($1, $2, 'house', NULL, 2, 'Laufmappe', now())`,
      [rules[0]?.id, bench.mandantId],
    );
    expect((await editor.ask('UNLOCK', 'L')).status).toBe(200);
    expect(await versionsOf(dokumentId)).toEqual([1]);
  });

  it('cannot save without its lock, and is told which one is there', async () => {
    const { dokumentId, editor } = await bench.editing();
    expect(answered(await editor.save('M', 'anders'))).toEqual([409, 'L']);
    expect(answered(await editor.save(null, 'anders'))).toEqual([409, 'L']);
    expect(answered(await editor.ask('LOCK', 'M'))).toEqual([409, 'L']);
    expect(answered(await editor.ask('REFRESH_LOCK', 'M'))).toEqual([409, 'L']);
    expect(answered(await editor.ask('UNLOCK', 'M'))).toEqual([409, 'L']);
    expect(answered(await editor.ask('LOCK', 'N', 'M'))).toEqual([409, 'L']);
    await editor.ask('UNLOCK', 'L');
    expect(answered(await editor.save('L', 'anders'))).toEqual([409, '']);
    expect(await versionsOf(dokumentId)).toEqual([1]);
  });

  it('cannot save more than may come in, nor another kind of file', async () => {
    const { dokumentId, editor } = await bench.editing();
    expect((await editor.save('L', 'x'.repeat(LARGEST_ITEM + 1))).status).toBe(413);
    expect((await editor.save('L', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'))).status).toBe(500);
    expect((await editor.read({ 'x-wopi-maxexpectedsize': '3' })).status).toBe(412);
    expect(await text(editor.read())).toBe('Sehr geehrte Frau Ruf');
    await editor.ask('UNLOCK', 'L');
    expect(await versionsOf(dokumentId)).toEqual([1]);
  });

  it('loses its lock to the Registratur that takes the Dokument over, and what it had saved waits with its person', async () => {
    const { dokumentId, editor } = await bench.editing();
    await editor.save('L', 'halb fertig');
    done(await bench.perform('helga.brandt', takeCheckout, { dokumentId, reason: 'Frist läuft ab' }));
    expect(answered(await editor.save('L', 'fertig'))).toEqual([409, '']);
    expect(answered(await editor.ask('UNLOCK', 'L'))).toEqual([409, '']);
    expect(await versionsOf(dokumentId)).toEqual([1]);
    const waiting = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM dokument_upload WHERE id = ANY ($1)`, [
      await waitingUploads(bench, 'jana.petersen'),
    ]);
    const bytes = await Promise.all(waiting.map(({ sha256 }) => bench.stored(sha256)));
    expect(bytes).toContain('halb fertig');
  });

  it('opens, reads, saves three times and ends: one version more, and everybody saw who had it', async () => {
    const { dokumentId, vorgangId, editor } = await bench.editing();
    expect(await (await editor.check()).json()).toMatchObject({
      ...{ BaseFileName: 'Bescheid.txt', Size: 21, Version: '1', UserFriendlyName: 'Jana Petersen' },
      ...{ UserCanWrite: true, ReadOnly: false, SupportsLocks: true, UserCanNotWriteRelative: true },
      PostMessageOrigin: 'https://akte.kreis.example',
    });
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ login: 'jana.petersen', ending: null }]);
    expect(answered(await editor.ask('GET_LOCK'))).toEqual([200, 'L']);
    for (const content of ['eins', 'zwei', 'drei']) {
      const saved = await editor.save('L', content);
      expect(saved.status).toBe(200);
      expect(await saved.json()).toEqual({ LastModifiedTime: expect.stringMatching(/^2026-/) });
      const read = await editor.read();
      expect([await read.text(), read.headers.get('x-wopi-itemversion')]).toEqual([
        content,
        saved.headers.get('x-wopi-itemversion'),
      ]);
    }
    expect(answered(await editor.ask('LOCK', 'M', 'L'))).toEqual([200, null]);
    expect(answered(await editor.ask('REFRESH_LOCK', 'M'))).toEqual([200, null]);
    expect(await versionsOf(dokumentId)).toEqual([1]);
    expect(answered(await editor.ask('UNLOCK', 'M'))).toEqual([200, null]);
    expect(answered(await editor.ask('GET_LOCK'))).toEqual([200, '']);
    expect(await versionsOf(dokumentId)).toEqual([1, 2]);
    expect(await text(editor.read())).toBe('drei');
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ login: 'jana.petersen', ending: 'checkedIn' }]);
    expect((await bench.protokoll(vorgangId)).map(({ action }) => action).slice(-3)).toEqual([
      'wopi.openEditor',
      'dokument.checkOut',
      'dokument.checkIn',
    ]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      actor: bench.personId('jana.petersen'),
      payload: { comment: 'im Browser bearbeitet' },
    });
  });

  it('that changes nothing leaves no version behind, even where it saves', async () => {
    const { dokumentId, editor } = await bench.editing();
    expect((await editor.save('L', 'Sehr geehrte Frau Ruf')).status).toBe(200);
    await editor.ask('UNLOCK', 'L');
    expect(await versionsOf(dokumentId)).toEqual([1]);
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ ending: 'cancelled' }]);
  });

  it('that takes everything back leaves no version behind', async () => {
    const { dokumentId, editor } = await bench.editing();
    await editor.save('L', 'anders');
    await editor.save('L', 'Sehr geehrte Frau Ruf');
    await editor.ask('UNLOCK', 'L');
    expect(await versionsOf(dokumentId)).toEqual([1]);
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ ending: 'cancelled' }]);
  });
});

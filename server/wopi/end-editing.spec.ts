import { checkoutsOf } from '../../test/support/checkouts.js';
import { dokumentRow, waitingUploads } from '../../test/support/dokumente.js';
import { openEditorBench, type EditorBench } from '../../test/support/editor-bench.js';
import { answered } from '../../test/support/editor-client.js';
import { LOCK_MILLISECONDS } from './wopi.js';

let bench: EditorBench;

beforeAll(async () => {
  bench = await openEditorBench();
});
afterAll(() => bench.close());

const versionsOf = async (dokumentId: string) => (await dokumentRow(bench, dokumentId)).versions;
const text = async (response: Promise<Response>) => (await response).text();

describe('two people in one editor', () => {
  it('work under one lock; the version is that of whoever came first, and names the other', async () => {
    const { dokumentId, vorgangId, editor } = await bench.editing();
    const second = await bench.editorOf('ruth.lindqvist', dokumentId);
    expect(await (await second.check()).json()).toMatchObject({ UserCanWrite: true });
    expect(answered(await second.ask('LOCK', 'L'))).toEqual([200, null]);
    await editor.save('L', 'von Jana');
    expect((await second.save('L', 'von beiden')).status).toBe(200);
    expect(answered(await second.ask('UNLOCK', 'L'))).toEqual([200, null]);
    expect(await versionsOf(dokumentId)).toEqual([1, 2]);
    const last = (await bench.protokoll(vorgangId)).at(-1);
    expect(last).toMatchObject({
      actor: bench.personId('jana.petersen'),
      payload: { comment: expect.stringMatching(/^im Browser bearbeitet, gemeinsam mit .*Lindqvist$/) },
    });
  });

  it('who save at once both are kept in order: the last one is what is read', async () => {
    const { dokumentId, editor } = await bench.editing();
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((content) => editor.save('L', content)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [lock] = await bench.sql<{ sha256: string }>(
      `SELECT u.sha256 FROM wopi_lock l JOIN dokument_upload u ON u.id = l.upload_id WHERE l.dokument_id = $1`,
      [dokumentId],
    );
    expect(await text(editor.read())).toBe(await bench.stored(lock!.sha256));
    await editor.ask('UNLOCK', 'L');
    expect(await versionsOf(dokumentId)).toEqual([1, 2]);
  });
});

describe('an editor server that is not heard of any more', () => {
  it('loses its lock after half an hour, and what it had saved becomes a version', async () => {
    const { dokumentId, editor } = await bench.editing();
    await editor.save('L', 'vor dem Absturz');
    bench.clock.advance(LOCK_MILLISECONDS - 1);
    await bench.sweep();
    expect(await versionsOf(dokumentId)).toEqual([1]);
    bench.clock.advance(1);
    await bench.sweep();
    expect(await versionsOf(dokumentId)).toEqual([1, 2]);
    expect(answered(await editor.save('L', 'zu spät'))).toEqual([409, '']);
    expect(answered(await editor.ask('REFRESH_LOCK', 'L'))).toEqual([409, '']);
  });

  it('does not stand in the way of the next one, who reads what it had saved', async () => {
    const { dokumentId, editor } = await bench.editing();
    await editor.save('L', 'vor dem Absturz');
    bench.clock.advance(LOCK_MILLISECONDS);
    const next = await bench.editorOf('ruth.lindqvist', dokumentId);
    expect(answered(await next.ask('LOCK', 'N'))).toEqual([200, null]);
    expect(await text(next.read())).toBe('vor dem Absturz');
    expect(await versionsOf(dokumentId)).toEqual([1, 2]);
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([
      { login: 'jana.petersen', ending: 'checkedIn' },
      { login: 'ruth.lindqvist', ending: null },
    ]);
  });

  it('leaves check-out and draft with a person who was switched off in the middle', async () => {
    const { dokumentId, editor } = await bench.editing('ruth.lindqvist');
    await editor.save('L', 'angefangen');
    await bench.sql(`UPDATE person SET active = false WHERE login = 'ruth.lindqvist'`);
    bench.clock.advance(LOCK_MILLISECONDS);
    await bench.sweep();
    expect(await versionsOf(dokumentId)).toEqual([1]);
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ login: 'ruth.lindqvist', ending: null }]);
    expect((await waitingUploads(bench, 'ruth.lindqvist')).length).toBe(1);
    await bench.sql(`UPDATE person SET active = true WHERE login = 'ruth.lindqvist'`);
  });
});

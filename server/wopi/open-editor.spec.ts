import { checkedOut } from '../../test/support/checkouts.js';
import { done } from '../../test/support/closed-vorgang.js';
import { draftDokument, dokumentRow } from '../../test/support/dokumente.js';
import { openEditorBench, type EditorBench } from '../../test/support/editor-bench.js';
import { finalizeDokument } from '../dokument/finalize-dokument.js';
import { newId } from '../platform/ids.js';
import { createOpenEditor } from './open-editor.js';

let bench: EditorBench;

beforeAll(async () => {
  bench = await openEditorBench();
});
afterAll(() => bench.close());

const code = async (answer: Promise<object>) => ((await answer) as { code?: string }).code;

describe('openEditor', () => {
  it('refuses without dokument.write, an unknown Dokument, and one that the person does not see', async () => {
    const { dokumentId } = await bench.draft();
    expect(await code(bench.openEditor('kim.okafor', dokumentId))).toBe('identity.notPermitted');
    expect(await code(bench.openEditor('jana.petersen', newId()))).toBe('platform.notFound');
  });

  it('refuses another system, whose token is no session of a page', async () => {
    const { dokumentId } = await bench.draft();
    const act = createOpenEditor({
      runner: bench.runner,
      editor: { origin: '', discover: () => Promise.resolve(bench.said.discovery) },
      hostUrl: bench.url,
    });
    const input = { dokumentId, tokenHash: '0'.repeat(64) };
    expect(await code(bench.perform('jana.petersen', act, input))).toBe('wopi.pageOnly');
  });

  it('refuses where no editor server is set up, while it is away, and a file that it does not edit', async () => {
    const { dokumentId } = await bench.draft();
    const none = createOpenEditor({ runner: bench.runner, editor: null, hostUrl: '' });
    const input = { dokumentId, tokenHash: '0'.repeat(64) };
    expect(await code(bench.perform('jana.petersen', none, input))).toBe('wopi.notConfigured');
    const { discovery } = bench.said;
    bench.said.discovery = null;
    expect(await code(bench.openEditor('jana.petersen', dokumentId))).toBe('wopi.editorAway');
    bench.said.discovery = discovery;
    const pdf = await draftDokument(bench);
    expect(await bench.openEditor('jana.petersen', pdf.dokumentId)).toMatchObject({
      code: 'wopi.otherType',
      message: { de: 'Erwartet: eine Datei, die der Editor bearbeitet (txt). Gefunden: pdf.' },
    });
  });

  it('refuses a final Dokument, and one that somebody has checked out by hand', async () => {
    const file = { name: 'Bescheid.txt', mime: 'text/plain' };
    const held = await checkedOut(bench, 'ruth.lindqvist', { file });
    expect(await code(bench.openEditor('jana.petersen', held.dokumentId))).toBe('dokument.checkedOut');
    const { dokumentId } = await bench.draft();
    const { version } = await dokumentRow(bench, dokumentId);
    done(await bench.perform('jana.petersen', finalizeDokument, { dokumentId, version }));
    expect(await code(bench.openEditor('jana.petersen', dokumentId))).toBe('dokument.final');
  });

  it('refuses a token that was given before', async () => {
    const { dokumentId } = await bench.draft();
    const { token } = done(await bench.openEditor('jana.petersen', dokumentId));
    expect(await code(bench.openEditor('jana.petersen', dokumentId, { token }))).toBe('wopi.tokenUsed');
  });

  it('gives the address of the editor, leaves its line in the history, and keeps no token', async () => {
    const { dokumentId, vorgangId } = await bench.draft();
    const opened = done(await bench.openEditor('jana.petersen', dokumentId));
    const source = `${bench.url}/wopi/files/${dokumentId}`;
    expect(opened.address).toBe(
      `https://editor.kreis.example/cool.html?lang=de-DE&WOPISrc=${encodeURIComponent(source)}`,
    );
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      payload: { text: { de: '„Bescheid“ im Browser geöffnet' } },
    });
    const [kept] = await bench.sql<{ found: number }>(
      `SELECT count(*)::int AS found FROM act_result WHERE result::text LIKE '%' || $1 || '%'`,
      [opened.token],
    );
    expect(kept?.found).toBe(0);
  });
});

import { eventually, signIn } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { playEditor, type PlayedEditor } from '../../support/pages/played-editor.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { textDraft } from '../../support/text-draft.js';

let editor: PlayedEditor;
let stage: Stage;

beforeAll(async () => {
  editor = await playEditor();
  stage = await openStage({ LAUFMAPPE_EDITOR_URL: editor.origin });
}, 90_000);
afterAll(async () => {
  await stage.close();
  await editor.close();
});

describe('Angenommen ein Editor ist eingerichtet', () => {
  it('Wenn Jana einen Entwurf im Browser bearbeitet, dann bekommt der Editor ihr Zeichen, und nur er', async () => {
    const { vorgangId, dokumentId } = await textDraft(await signIn(stage.url, 'jana.petersen'));
    const { page, takeTroubles, close } = await stage.signIn('jana.petersen');
    await page.goto(`/dokumente/${dokumentId}`);
    await page.waitForURL(/\/akten\//);
    await page.getByRole('button', { name: 'Dokument bearbeiten' }).click();
    await page.getByRole('menuitem', { name: 'Im Browser bearbeiten' }).click();
    const frame = page.frameLocator('iframe[name=lm-editor]');
    await frame.getByRole('button', { name: 'Schließen' }).waitFor();
    const sent = await eventually(() => Promise.resolve(editor.received.at(-1)), 'the form of the page');
    expect(sent.body.get('access_token')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sent.url).not.toContain(sent.body.get('access_token'));
    expect(new URL(sent.url, editor.origin).searchParams.get('WOPISrc')).toMatch(
      new RegExp(`/wopi/files/${dokumentId}$`),
    );

    expect(await violations(page)).toEqual([]);
    expect(takeTroubles()).toEqual([]);
    await frame.getByRole('button', { name: 'Schließen' }).click();
    await page.waitForURL(new RegExp(`/akten/${vorgangId}`));
    await close();
  }, 90_000);
});

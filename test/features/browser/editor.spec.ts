import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eventually, signIn } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { textDraft } from '../../support/text-draft.js';

let editor: Server;
let stage: Stage;
/** What the page has sent to the editor server. */
let received: { url: string; body: URLSearchParams }[];

beforeAll(async () => {
  received = [];
  editor = createServer((request, response) => {
    void play(request).then((page) => response.writeHead(200, { 'content-type': page.type }).end(page.body));
  });
  await once(editor.listen(0, '127.0.0.1'), 'listening');
  stage = await openStage({ LAUFMAPPE_EDITOR_URL: origin() });
}, 90_000);
afterAll(async () => {
  await stage.close();
  editor.closeAllConnections();
  await once(editor.close(), 'close');
});

const origin = () => `http://127.0.0.1:${(editor.address() as AddressInfo).port}`;

/** An editor server that shows a button, which tells the page that the editor is closed. */
async function play(request: IncomingMessage): Promise<{ type: string; body: string }> {
  const url = request.url ?? '';
  if (url === '/hosting/discovery') {
    const action = `<action name="edit" ext="txt" urlsrc="${origin()}/cool.html?"/>`;
    return { type: 'text/xml', body: `<wopi-discovery><net-zone><app>${action}</app></net-zone></wopi-discovery>` };
  }
  received.push({ url, body: new URLSearchParams(await text(request)) });
  const close = `parent.postMessage(JSON.stringify({ MessageId: 'UI_Close' }), '*')`;
  const body = `<!doctype html><html lang="de"><title>Editor</title><button onclick="${close}">Schließen</button>`;
  return { type: 'text/html; charset=utf-8', body };
}

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
    const sent = await eventually(() => Promise.resolve(received.at(-1)), 'the form of the page');
    expect(sent.body.get('access_token')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sent.url).not.toContain(sent.body.get('access_token'));
    expect(new URL(sent.url, origin()).searchParams.get('WOPISrc')).toMatch(new RegExp(`/wopi/files/${dokumentId}$`));

    expect(await violations(page)).toEqual([]);
    expect(takeTroubles()).toEqual([]);
    await frame.getByRole('button', { name: 'Schließen' }).click();
    await page.waitForURL(new RegExp(`/akten/${vorgangId}`));
    await close();
  }, 90_000);
});

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An editor server that a test plays: it shows a button, which tells the page that the editor is closed. */
export interface PlayedEditor {
  readonly origin: string;
  /** What the page has sent to it. */
  readonly received: readonly { url: string; body: URLSearchParams }[];
  close(): Promise<void>;
}

export async function playEditor(): Promise<PlayedEditor> {
  const received: { url: string; body: URLSearchParams }[] = [];
  const server = createServer((request, response) => {
    void play(request).then(({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function play(request: IncomingMessage): Promise<{ type: string; body: string }> {
    const url = request.url ?? '';
    if (url === '/hosting/discovery') {
      const action = `<action name="edit" ext="txt" urlsrc="${origin}/cool.html?"/>`;
      return { type: 'text/xml', body: `<wopi-discovery><net-zone><app>${action}</app></net-zone></wopi-discovery>` };
    }
    received.push({ url, body: new URLSearchParams(await text(request)) });
    const close = `parent.postMessage(JSON.stringify({ MessageId: 'UI_Close' }), '*')`;
    const body = `<!doctype html><html lang="de"><title>Editor</title><button onclick="${close}">Schließen</button>`;
    return { type: 'text/html; charset=utf-8', body };
  }

  return {
    origin,
    received,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

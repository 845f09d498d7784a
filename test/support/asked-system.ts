import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly question: unknown;
}

/** A system on loopback that processes ask; a test says how it behaves. */
export interface AskedSystem {
  readonly url: string;
  readonly asked: Asked[];
  behave: (response: ServerResponse, asked: Asked) => void;
  close(): Promise<void>;
}

export async function openAskedSystem(): Promise<AskedSystem> {
  const asked: Asked[] = [];
  const system = { behave: (response: ServerResponse, _asked: Asked): void => void response.end('{}') };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { headers: request.headers, question: JSON.parse(body) as unknown };
      asked.push(one);
      system.behave(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(system, {
    url: `http://127.0.0.1:${port}/frage`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

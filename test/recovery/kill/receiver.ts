import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The world outside: it does each thing once for each key, and remembers how often it was asked. */
export interface Receiver {
  readonly url: string;
  /** Name of the instance by key; a key is one effect. */
  readonly effects: ReadonlyMap<string, string>;
  repetitions(): number;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const effects = new Map<string, string>();
  let repeated = 0;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://receiver');
    const key = searchParams.get('key') ?? '';
    if (effects.has(key)) repeated += 1;
    else effects.set(key, searchParams.get('name') ?? '');
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    effects,
    repetitions: () => repeated,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

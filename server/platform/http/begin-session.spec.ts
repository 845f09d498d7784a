import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import session from 'express-session';
import { beginSession } from './session.js';

it('keeps a session before its cookie leaves', async () => {
  let answering: ServerResponse | null = null;
  const sentWhenKept: (boolean | undefined)[] = [];
  class Watched extends session.MemoryStore {
    override set(...given: Parameters<session.MemoryStore['set']>): void {
      setImmediate(() => {
        sentWhenKept.push(answering?.headersSent);
        super.set(...given);
      });
    }
  }
  const server = createServer(
    express()
      .use(session({ secret: 'x', store: new Watched(), resave: false, saveUninitialized: false }))
      .use(async (request, response) => {
        answering = response;
        await beginSession(request, { csrfToken: 'of the new one' });
        response.end('signed in');
      }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect([response.headers.getSetCookie().length, await response.text()]).toEqual([1, 'signed in']);
    expect(sentWhenKept[0]).toBe(false);
  } finally {
    server.close();
  }
});

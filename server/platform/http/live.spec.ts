import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { eventually } from '../../../test/support/api-client.js';
import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import { newId } from '../ids.js';
import { openLive, type Live } from './live.js';

/** What nobody who listens may see. */
const HIDDEN = 'v-hidden';

let bench: Workbench;
let live: Live;
let server: Server;

/** Each spec listens as a Mandant of its own, so that nobody hears another's changes. */
beforeAll(async () => {
  bench = await openWorkbench();
  live = openLive({
    url: bench.urls.applicationUrl,
    livingSessions: (_mandantId, ids) => Promise.resolve(new Set(ids)),
    whoSees: (_mandantId, { id }, people) => Promise.resolve(new Set(id === HIDDEN ? [] : people)),
  });
  const application = express();
  application.get('/:mandantId', ({ params: { mandantId } }, response) => {
    live.subscribe({ mandantId, personId: 'p-1' }, response);
  });
  server = createServer(application);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await live.close();
  await new Promise((resolve) => server.close(resolve));
  await bench.close();
});

interface Listener {
  readonly heard: () => string;
  stop(): void;
}

async function listen(mandantId: string): Promise<Listener & { headers: Headers }> {
  const controller = new AbortController();
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/${mandantId}`, { signal: controller.signal });
  let heard = '';
  const reading = (async () => {
    for await (const chunk of response.body!) heard += Buffer.from(chunk as Uint8Array).toString();
  })();
  reading.catch(() => undefined);
  return { heard: () => heard, headers: response.headers, stop: () => controller.abort() };
}

/** Announces until it is heard: the connection to the database is made in the background. */
async function announce(mandantId: string, listener: Listener): Promise<void> {
  await eventually(async () => {
    await bench.runner.transaction({ ...bench.system, mandantId }, async (tx) => {
      tx.changed('vorgang', 'v-1');
      return {};
    });
    return listener.heard().includes('event: change');
  }, 'a change');
}

describe('live events', () => {
  it('tell nobody about the changes of another Mandant', async () => {
    const [own, other] = [newId(), newId()];
    const [listener, stranger] = [await listen(own), await listen(other)];
    await announce(own, listener);
    expect(stranger.heard()).not.toContain('event: change');
    listener.stop();
    stranger.stop();
  });

  it('tell nothing of what the person may not see, and go on with what they may', async () => {
    const mandantId = newId();
    const listener = await listen(mandantId);
    await announce(mandantId, listener);
    await announceOnce(mandantId, HIDDEN);
    await announceOnce(mandantId, 'after-it');
    await eventually(async () => listener.heard().includes('after-it'), 'the next change');
    expect(listener.heard()).not.toContain(HIDDEN);
    listener.stop();
  });

  it('tell nothing about a change that was rolled back', async () => {
    const mandantId = newId();
    const listener = await listen(mandantId);
    await announce(mandantId, listener);
    const failing = bench.runner.transaction({ ...bench.system, mandantId }, async (tx) => {
      tx.changed('vorgang', 'rolled-back');
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    await announceOnce(mandantId, 'after');
    await eventually(async () => listener.heard().includes('after'), 'the next change');
    expect(listener.heard()).not.toContain('rolled-back');
    listener.stop();
  });

  it('say what to read again, and by which act it changed', async () => {
    const mandantId = newId();
    const listener = await listen(mandantId);
    await announce(mandantId, listener);
    expect(listener.heard()).toContain('event: change\ndata: {"noun":"vorgang","id":"v-1","act":"system"}\n\n');
    listener.stop();
  });

  it('are never stored and never held back by a proxy', async () => {
    const { headers, stop } = await listen(newId());
    expect([headers.get('content-type'), headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual([
      'text/event-stream',
      'no-store',
      'no',
    ]);
    stop();
  });

  it('ask every page to read everything again once a lost connection is back', async () => {
    const mandantId = newId();
    const listener = await listen(mandantId);
    await announce(mandantId, listener);
    const resyncs = () => listener.heard().split('event: resync').length;
    const before = resyncs();
    await cutConnection();
    await eventually(async () => resyncs() > before, 'a resync');
    await announceOnce(mandantId, 'afterwards');
    await eventually(async () => listener.heard().includes('afterwards'), 'a change after the resync');
    listener.stop();
  });
});

async function announceOnce(mandantId: string, id: string): Promise<void> {
  await bench.runner.transaction({ ...bench.system, mandantId }, async (tx) => {
    tx.changed('vorgang', id);
    return {};
  });
}

/** What a restart of the database does to it. */
async function cutConnection(): Promise<void> {
  const administrator = new pg.Client({ connectionString: bench.urls.administratorUrl });
  await administrator.connect();
  await administrator.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'laufmappe-live' AND datname = current_database()`,
  );
  await administrator.end();
}

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { done } from '../../test/support/closed-vorgang.js';
import {
  jana,
  openWeitergabeBench,
  order,
  outside,
  secrets,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { errorHandler } from '../platform/http/answer.js';
import { pickupRoutes } from './pickup.http.js';
import { renewCode } from './renew-code.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

const DAY = 86_400_000;
let bench: WeitergabeBench;
let server: Server;
let url: string;

/** A door of its own for each test: what one guesses wrong does not count for the next. */
beforeEach(async () => {
  bench = await openWeitergabeBench();
  const application = express();
  application.use('/api', pickupRoutes(bench));
  application.use(errorHandler);
  server = createServer(application);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/weitergaben/pickup`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await bench.close();
});

interface Secrets {
  readonly token: string;
  readonly code: string;
}

const look = (body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const fetchFile = (body: Secrets) => fetch(`${url}/file`, { method: 'POST', body: new URLSearchParams({ ...body }) });

async function ready(downloads = 3): Promise<Secrets & { weitergabeId: string; akteId: string }> {
  const given = secrets();
  const { akteId } = await someAkte(bench);
  const { weitergabeId } = done(await order(bench, akteId, { to: outside({ ...given, downloads }), days: 5 }));
  await bench.work();
  return { ...given, weitergabeId, akteId };
}

describe('a package that an authority outside fetches', () => {
  it('F13 refuses unknown and malformed links, wrong codes, and what is expired, withdrawn, used up or suspended, all alike', async () => {
    const [wrong, used, gone, old] = [await ready(), await ready(1), await ready(), await ready()];
    expect((await fetchFile(used)).status).toBe(200);
    const { version } = await stateOf(bench, gone.weitergabeId);
    const input = { weitergabeId: gone.weitergabeId, version, reason: 'Irrtum' };
    done(await bench.perform(jana, withdrawWeitergabe, input));
    const answers: string[] = [];
    const ask = async (body: object) => {
      const response = await look(body);
      answers.push(`${response.status} ${await response.text()}`);
    };
    await ask({ ...wrong, code: secrets().code });
    await ask({ token: secrets().token, code: wrong.code });
    await ask({ token: "lw_' OR 1=1", code: wrong.code });
    await ask({});
    await ask(used);
    await ask(gone);
    await bench.sql(`UPDATE mandant SET suspended_at = now(), suspension_reason = 'Wartung'`);
    await ask(wrong);
    await bench.sql(`UPDATE mandant SET suspended_at = NULL, suspension_reason = NULL`);
    bench.clock.advance(6 * DAY);
    await ask(old);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^403 .*weitergabe\.pickupInvalid/);
  });

  it('F13 refuses to let anybody guess: after ten wrong codes it says when to come again', async () => {
    const given = await ready();
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await look({ ...given, code: secrets().code })).status).toBe(403);
      expect((await fetchFile({ ...given, code: secrets().code })).status).toBe(403);
    }
    for (const refused of [await look(given), await fetchFile(given)]) {
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ code: 'weitergabe.tooManyAttempts' });
    }
    expect(await stateOf(bench, given.weitergabeId)).toMatchObject({ downloads: 0 });
  });

  it('F13 refuses the first code once it was renewed', async () => {
    const given = await ready();
    const { code } = secrets();
    const { version } = await stateOf(bench, given.weitergabeId);
    done(await bench.perform(jana, renewCode, { weitergabeId: given.weitergabeId, version, code }));
    expect((await look(given)).status).toBe(403);
    expect((await look({ token: given.token, code: code.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
  });

  it('F13 answers an unknown link no faster than a wrong code', async () => {
    const given = await ready();
    const time = async (body: Secrets) => {
      const started = performance.now();
      await (await look(body)).text();
      return performance.now() - started;
    };
    await time({ ...given, code: secrets().code });
    const known = [await time({ ...given, code: secrets().code }), await time({ ...given, code: secrets().code })];
    const unknown = [await time(secrets()), await time(secrets())];
    // The hash of a password takes tens of milliseconds; without it the answer would come in a tenth of that.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });

  it('F13 says what waits without counting, and names no person and no Betreff', async () => {
    const given = await ready();
    const shown = (await (await look(given)).json()) as Record<string, unknown>;
    expect(Object.keys(shown).sort()).toEqual([
      ...['aktenzeichen', 'dokumente', 'downloadsLeft', 'expiresOn', 'from', 'kind', 'sha256', 'size'],
    ]);
    expect(shown).toMatchObject({ from: 'Musterkreis', dokumente: 2, downloadsLeft: 3, expiresOn: '2026-11-29' });
    expect(await stateOf(bench, given.weitergabeId)).toMatchObject({ downloads: 0 });
  });

  it('F13 streams the ZIP as an attachment whose bytes are those that the Protokoll names, and counts it', async () => {
    const given = await ready();
    const { sha256 } = await stateOf(bench, given.weitergabeId);
    const response = await fetchFile(given);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="Weitergabe [\d.-]+_2026\.zip"; filename\*=UTF-8''/,
      ),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(sha256!, 'hex').toString('base64')}:`);
    expect(await stateOf(bench, given.weitergabeId)).toMatchObject({ downloads: 1 });
    expect((await bench.protokoll(given.akteId)).at(-1)).toMatchObject({ action: 'weitergabe.recordDownload' });
  });
});

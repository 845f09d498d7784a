import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import pg from 'pg';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { draftDokument } from '../../test/support/dokumente.js';
import { aMandant, within } from '../../test/support/mandanten.js';
import type { CreatedMandant, ExportState, MandantRow, OperatorSession } from '../contract/mandant-views.js';
import { DEMO_PASSWORD } from '../demo/people.js';
import { hashPassword } from '../identity/password.js';
import { signInRoutes } from '../identity/identity.http.js';
import { requireSignIn } from '../identity/signed-in.http.js';
import { openInstallation } from '../installation/open-installation.js';
import { readConfiguration } from '../platform/config.js';
import { RecentLog } from '../platform/recent-log.js';
import { errorHandler } from '../platform/http/answer.js';
import { openSessions } from '../platform/http/session.js';
import { newId } from '../platform/ids.js';
import { openMandanten } from './open-mandanten.js';

const PASSWORD = 'ein Kennwort des Betriebs';
let bench: ActBench;
let mandanten: ReturnType<typeof openMandanten>;
let sessions: ReturnType<typeof openSessions>;
let server: Server;
let folder: string;
let url: string;

beforeAll(async () => {
  bench = await openActBench();
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-mandanten-'));
  const pageOrigin = 'https://akte.kreis.example';
  const installation = openInstallation({
    ...{ configuration: readConfiguration({}), log: new RecentLog(), startedAt: bench.clock.now().toISOString() },
    health: () => Promise.resolve({ state: 'ok', parts: [] }),
  });
  mandanten = openMandanten({
    ...{ ...bench, pageOrigin, dataFolder: folder, sessionUrl: bench.urls.sessionUrl, installation },
  });
  const account = { id: newId(), login: 'betrieb', name: 'Betrieb', passwordHash: await hashPassword(PASSWORD) };
  expect(await mandanten.operators.insert(account, bench.clock.now())).toBe(true);
  sessions = openSessions(bench.urls.sessionUrl, 'secret of a spec', 'plain');
  const application = express();
  const identity = {
    ...{ ...bench, wallClock: bench.clock, rules: { houses: [] } },
    secret: Buffer.alloc(32),
    url: () => pageOrigin,
  };
  application.use('/api', sessions.handler, signInRoutes(identity), mandanten.router);
  application.get('/api/own', requireSignIn(identity), (_request, response) => void response.json({ reached: true }));
  application.use(errorHandler);
  server = createServer(application);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await mandanten.exports.settled();
  await mandanten.close();
  await sessions.close();
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; value: unknown }>;

/** Signs in at one of the two doors and asks with that cookie. */
async function signedIn(door: '/operator/sign-in' | '/sign-in', login: string, password: string): Promise<Ask> {
  const response = await fetch(url + door, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken } = (await response.json()) as OperatorSession;
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (method, path, body) => {
    const answered = await fetch(url + path, {
      method,
      headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answered.status, value: await answered.json() };
  };
}

const operator = () => signedIn('/operator/sign-in', 'betrieb', PASSWORD);
const wish = () => {
  const { token: _token, ...rest } = aMandant();
  return rest;
};

/** Everything behind the door of the shared administration. */
const ROUTES = (id: string): [string, string, unknown?][] => [
  ['GET', '/operator/mandanten'],
  ['POST', '/operator/mandanten', wish()],
  ['GET', `/operator/mandanten/${id}/counts`],
  ['POST', `/operator/mandanten/${id}/suspend`, { reason: 'Vertrag endet' }],
  ['POST', `/operator/mandanten/${id}/resume`],
  ['GET', `/operator/mandanten/${id}/export`],
  ['POST', `/operator/mandanten/${id}/export`],
  ['GET', '/operator/zustand'],
  ['GET', '/operator/zustand/log'],
];

describe('the shared administration', () => {
  it('refuses everybody without its own account: visitors, and the administration of a Mandant', async () => {
    const kim = await signedIn('/sign-in', 'kim.okafor', DEMO_PASSWORD);
    expect((await kim('GET', '/own')).status).toBe(200);
    const visitor = await signedIn('/operator/sign-in', 'kim.okafor', DEMO_PASSWORD);
    for (const ask of [kim, visitor]) {
      for (const [method, path, body] of ROUTES(bench.mandantId)) {
        expect((await ask(method, path, body)).value).toMatchObject({ code: 'mandant.operatorOnly' });
      }
    }
    const [row] = await within(bench, bench.mandantId, `SELECT suspended_at AS at FROM mandant`);
    expect(row).toEqual({ at: null });
  });

  it('refuses a wrong password, and every change without the token of the page', async () => {
    const wrong = await signedIn('/operator/sign-in', 'betrieb', 'falsch');
    expect((await wrong('GET', '/operator/session')).value).toBeNull();
    const response = await fetch(`${url}/operator/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'betrieb', password: PASSWORD }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const forged = await fetch(`${url}/operator/mandanten/${bench.mandantId}/suspend`, {
      method: 'POST',
      headers: { cookie },
    });
    expect(((await forged.json()) as { code: string }).code).toBe('identity.foreignOrigin');
  });

  it('reaches no record: its session is no person, and its role in the database reads no table of a Mandant', async () => {
    const ask = await operator();
    expect((await ask('GET', '/own')).value).toMatchObject({ code: 'identity.notSignedIn' });
    const client = new pg.Client({ connectionString: bench.urls.sessionUrl });
    await client.connect();
    for (const table of ['akte', 'vorgang', 'dokument', 'person', 'protokoll', 'mandant']) {
      await expect(client.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });

  it('refuses what does not fit, naming every field, and a Mandant that is not there', async () => {
    const ask = await operator();
    const bad = await ask('POST', '/operator/mandanten', {
      ...wish(),
      ...{ name: 'Amt\u202E', code: 'Groß' },
    });
    expect(bad.value).toMatchObject({
      ...{ code: 'platform.invalidInput', message: { de: expect.stringMatching(/name: .*code: /) } },
    });
    expect((await ask('GET', '/operator/mandanten/x/counts')).status).toBe(404);
    const nobody = `/operator/mandanten/${newId()}/suspend`;
    expect((await ask('POST', nobody, { reason: 'Vertrag endet' })).status).toBe(404);
    expect((await ask('POST', nobody, { reason: '' })).status).toBe(400);
  });

  it('makes a Mandant whose administrator gets in by a link that works once, until it is suspended', async () => {
    const ask = await operator();
    const input = wish();
    const made = await ask('POST', '/operator/mandanten', input);
    expect(made.status).toBe(201);
    const { mandantId, invitation } = made.value as CreatedMandant;
    const token = invitation.split('#')[1];
    const anyone = await signedIn('/operator/sign-in', 'niemand', 'x');
    const password = 'Sechs Kraniche über der Förde';
    expect((await anyone('POST', '/invitation', { token: 'x'.repeat(43), password })).status).toBe(404);
    expect((await anyone('POST', '/invitation', { token, password })).status).toBe(200);
    expect((await anyone('POST', '/invitation', { token, password })).status).toBe(404);
    const administrator = await signedIn('/sign-in', input.administrator.login, password);
    expect((await administrator('GET', '/own')).status).toBe(200);
    expect((await ask('POST', `/operator/mandanten/${mandantId}/suspend`, { reason: 'Vertrag endet' })).status).toBe(
      200,
    );
    expect((await administrator('GET', '/own')).status).toBe(401);
    const again = await signedIn('/sign-in', input.administrator.login, password);
    expect((await again('GET', '/own')).status).toBe(401);
    const { items } = (await ask('GET', '/operator/mandanten')).value as { items: MandantRow[] };
    expect(items.find(({ id }) => id === mandantId)).toMatchObject({
      code: input.code,
      suspensionReason: 'Vertrag endet',
    });
    expect((await ask('POST', `/operator/mandanten/${mandantId}/resume`)).status).toBe(200);
    const back = await signedIn('/sign-in', input.administrator.login, password);
    expect((await back('GET', '/own')).status).toBe(200);
  });

  it('counts what a Mandant has, and exports it into a folder of the server', async () => {
    await draftDokument(bench, { content: 'zehn Bytes' });
    const ask = await operator();
    const { value: counts } = await ask('GET', `/operator/mandanten/${bench.mandantId}/counts`);
    expect(counts).toMatchObject({ people: 8, dokumente: 1, bytes: 10 });
    const path = `/operator/mandanten/${bench.mandantId}/export`;
    const begun = (await ask('POST', path)).value;
    expect(begun).toMatchObject({ state: 'running' });
    await mandanten.exports.settled();
    const state = (await ask('GET', path)).value as ExportState;
    expect(state).toMatchObject({ state: 'done', objects: 1 });
    expect((await stat(join(state.folder ?? '', 'manifest.json'))).isFile()).toBe(true);
  });
});

import pg from 'pg';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { insertDirectorySession } from './directory-session.store.js';
import { endSessions } from './end-sessions.js';

const ISSUER = 'https://sso.example';
let bench: ActBench;
let sessions: pg.Client;
beforeAll(async () => {
  bench = await openActBench();
  sessions = new pg.Client({ connectionString: bench.urls.sessionUrl });
  await sessions.connect();
});
afterAll(async () => {
  await sessions.end();
  await bench.close();
});

async function aSession(sessionId: string, subject: string, providerSession: string | null): Promise<void> {
  const personId = bench.personId('jana.petersen');
  await sessions.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 hour')`, [
    sessionId,
    JSON.stringify({ mandantId: bench.mandantId, personId }),
  ]);
  const row = { sessionId, personId, subject, providerSession, issuer: ISSUER, directory: 'kreis' };
  await bench.database.transaction(bench.mandantId, (queries) =>
    insertDirectorySession(queries, bench.mandantId, { ...row, sealedTokens: Buffer.from('x') }, 300),
  );
}

const end = (own: object) =>
  bench.run(endSessions, { issuer: ISSUER, subject: null, providerSession: null, directory: 'kreis', ...own });

const left = async () =>
  (await bench.sql<{ sid: string }>(`SELECT sid FROM session ORDER BY sid`)).map(({ sid }) => sid);

describe('endSessions', () => {
  it('ends the one session that the provider names, then all of the person, and nobody else’s', async () => {
    await aSession('a', 'jana', 's1');
    await aSession('b', 'jana', 's2');
    await aSession('c', 'jemand', 's3');
    expect(await end({ subject: 'jana', providerSession: 's3' })).toEqual({ ended: 0 });
    expect(await end({ subject: 'jana', issuer: 'https://fremd.example' })).toEqual({ ended: 0 });
    expect(await end({ providerSession: 's1' })).toEqual({ ended: 1 });
    expect(await left()).toEqual(['b', 'c']);
    expect(await end({ subject: 'jana' })).toEqual({ ended: 1 });
    expect(await left()).toEqual(['c']);
    expect(await bench.sql(`SELECT session_id FROM directory_session`)).toEqual([{ session_id: 'c' }]);
    expect((await bench.protokoll(bench.personId('jana.petersen'))).map(({ action }) => action)).toEqual([
      'identity.endSessions',
      'identity.endSessions',
    ]);
  });
});

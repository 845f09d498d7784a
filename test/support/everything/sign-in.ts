import pg from 'pg';
import { admitPerson } from '../../../server/identity/admit-person.js';
import { confirmSession, sealTokens } from '../../../server/identity/confirm-session.js';
import {
  findDirectorySession,
  insertDirectorySession,
  keepConfirmed,
} from '../../../server/identity/directory-session.store.js';
import { linksOf } from '../../../server/identity/directory.store.js';
import { endSessions } from '../../../server/identity/end-sessions.js';
import { linkAccount } from '../../../server/identity/link-account.js';
import { renewRecoveryCodes } from '../../../server/identity/renew-recovery-codes.js';
import { recordSignIn } from '../../../server/identity/sign-in.js';
import { unlinkAccount } from '../../../server/identity/unlink-account.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { SEAL, withSecondFactor } from '../second-factor.js';

const ISSUER = 'https://sso.musterkreis.example';
const GROUPS = [
  { group: 'haus', unit: '20.31', roles: ['sachbearbeitung'] },
  { group: 'kasse', unit: '20.21', roles: ['kasse'] },
] as const;

/** Accounts of directories and second factors: who comes, changes, is confirmed and goes. */
export async function signInByDirectories(office: TestOffice): Promise<void> {
  const { runner, bench } = office;
  const { system, mandantId, database } = bench;
  const directory = { id: 'kreis', name: 'Kreis-Konto', people: 'create', groups: GROUPS } as const;
  for (const group of ['haus', 'kasse']) {
    const attestation = { issuer: ISSUER, subject: 'mira', name: 'Mira Żuławska', groups: [group] };
    done(await runner.run(system, admitPerson, { attestation, directory }));
  }
  const personId = office.personId('ines.vogt');
  const account = { personId, issuer: ISSUER, subject: 'ines', name: directory.name };
  done(await runner.run(system, linkAccount, account));
  const [link] = await database.transaction(mandantId, (queries) => linksOf(queries, personId));
  await keepDirectorySession(office, personId);
  done(await runner.run(system, endSessions, { ...account, providerSession: null, directory: directory.id }));
  done(await runner.run(system, unlinkAccount, { personId, linkId: link?.id ?? '' }));

  const now = bench.clock.now();
  const { recoveryCodes, code } = await withSecondFactor(runner, bench.as('ines.vogt'), now);
  const later = new Date(now.getTime() + 60_000);
  const proof = { secret: SEAL, now: later };
  done(await runner.run(bench.as('ines.vogt'), recordSignIn, { personId, proof: { ...proof, code: code(later) } }));
  const renewal = { ...proof, personId, code: recoveryCodes[0] ?? '' };
  done(await runner.run(bench.as('ines.vogt'), renewRecoveryCodes, renewal));
  done(await office.act('kim.okafor', 'identity.resetSecondFactor', { personId, reason: 'Gerät verloren' }));
}

/** A session that a provider vouches for, as the door of the server keeps it. */
async function keepDirectorySession({ bench, runner }: TestOffice, personId: string): Promise<void> {
  const { mandantId, database } = bench;
  const sessions = new pg.Client({ connectionString: bench.urls.sessionUrl });
  await sessions.connect();
  const sessionId = 'session of a directory';
  const sess = JSON.stringify({ mandantId, personId });
  await sessions.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 hour')`, [
    sessionId,
    sess,
  ]);
  await sessions.end();
  const sealedTokens = sealTokens(SEAL, { idToken: '' });
  const session = { sessionId, personId, directory: 'kreis', issuer: ISSUER, subject: 'ines', providerSession: 's' };
  await database.transaction(mandantId, async (queries) => {
    await insertDirectorySession(queries, mandantId, { ...session, sealedTokens }, 0);
    await keepConfirmed(queries, sessionId, sealedTokens, -1);
    await findDirectorySession(queries, sessionId);
  });
  await confirmSession({ database, runner, rules: { houses: [] }, secret: SEAL }, mandantId, sessionId);
}

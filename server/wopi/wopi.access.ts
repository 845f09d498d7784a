import { createHash } from 'node:crypto';
import type { Id } from '../contract/views.js';
import { keepAccess, loadPerson } from '../identity/identity.queries.js';
import type { ActContext } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import { findAccess, loadAccess } from './wopi.store.js';

/** 256 random bits, as the page makes them. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The person behind a token, for this one Dokument. Asked with every request: a sign-out, a switched-off account and a lost
 * right count at once. null for everything else, and nobody learns why.
 */
export async function whoHolds(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  token: string,
  dokumentId: Id,
): Promise<ActContext | null> {
  if (!TOKEN.test(token)) return null;
  const found = await findAccess(database, createHash('sha256').update(token).digest());
  if (!found) return null;
  return database.transaction(found.mandantId, async (queries) => {
    const access = await loadAccess(queries, found.accessId);
    if (access?.dokumentId !== dokumentId || access.expiresAt <= clock.now()) return null;
    await keepAccess(queries, access.personId, clock.today());
    const actor = await loadPerson(queries, access.personId);
    return actor && { mandantId: found.mandantId, actor };
  });
}

import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What is kept about a session that a provider vouches for. */
export interface DirectorySession {
  readonly sessionId: string;
  readonly personId: Id;
  readonly directory: string;
  readonly issuer: string;
  readonly subject: string;
  readonly providerSession: string | null;
  readonly sealedTokens: Uint8Array;
}

/** @param seconds after which the provider is asked again */
export async function insertDirectorySession(
  queries: Queries,
  mandantId: Id,
  session: DirectorySession,
  seconds: number,
): Promise<void> {
  await queries.query(
    `INSERT INTO directory_session (session_id, mandant_id, person_id, directory, issuer, subject, provider_session,
                                    sealed_tokens, check_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))`,
    [
      session.sessionId,
      mandantId,
      session.personId,
      session.directory,
      session.issuer,
      session.subject,
      session.providerSession,
      session.sealedTokens,
      seconds,
    ],
  );
}

const COLUMNS = `session_id AS "sessionId", person_id AS "personId", directory, issuer, subject,
  provider_session AS "providerSession", sealed_tokens AS "sealedTokens"`;

export type ClaimedSession = DirectorySession & { readonly unconfirmedSeconds: number };

/**
 * The session, where it is time to ask the provider; null otherwise. Whoever gets it has it for `seconds`: a refresh token
 * counts once, and a second request with the same one would look like a theft.
 */
export async function claimDue(queries: Queries, sessionId: string, seconds: number): Promise<ClaimedSession | null> {
  const [row] = await queries.query<ClaimedSession>(
    `UPDATE directory_session SET check_at = now() + make_interval(secs => $2)
      WHERE session_id = $1 AND check_at <= now()
      RETURNING ${COLUMNS}, extract(epoch FROM now() - confirmed_at)::float8 AS "unconfirmedSeconds"`,
    [sessionId, seconds],
  );
  return row ?? null;
}

/** The provider has said yes. */
export async function keepConfirmed(
  queries: Queries,
  sessionId: string,
  sealedTokens: Uint8Array,
  seconds: number,
): Promise<void> {
  await queries.query(
    `UPDATE directory_session SET sealed_tokens = $2, confirmed_at = now(), check_at = now() + make_interval(secs => $3)
      WHERE session_id = $1`,
    [sessionId, sealedTokens, seconds],
  );
}

export async function findDirectorySession(queries: Queries, sessionId: string): Promise<DirectorySession | null> {
  const [row] = await queries.query<DirectorySession>(
    `SELECT ${COLUMNS} FROM directory_session WHERE session_id = $1`,
    [sessionId],
  );
  return row ?? null;
}

/** Whose sessions a provider has in mind. A session of its own counts before the person. */
export interface SessionsOf {
  readonly issuer: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
}

/** Ends them; the rows about the provider go with them. Returns whose they were. */
export async function deleteSessionsOf(queries: Queries, of: SessionsOf): Promise<{ personId: Id; ended: number }[]> {
  return queries.query<{ personId: Id; ended: number }>(
    `WITH meant AS (
       SELECT session_id, person_id FROM directory_session
        WHERE issuer = $1 AND ($2::text IS NULL OR subject = $2) AND ($3::text IS NULL OR provider_session = $3)
     ), gone AS (DELETE FROM session s USING meant m WHERE s.sid = m.session_id RETURNING m.person_id)
     SELECT person_id AS "personId", count(*)::int AS ended FROM gone GROUP BY person_id`,
    [of.issuer, of.subject, of.providerSession],
  );
}

import type { OpenidTokens } from '../../connectors/api/directory-port.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Database } from '../platform/postgres/database.js';
import { logger } from '../platform/logger.js';
import { openKey, sealKey } from '../signatur/keys/seal-key.js';
import { admitPerson } from './admit-person.js';
import type { SignInRules } from './directory.js';
import { claimDue, keepConfirmed, type ClaimedSession } from './directory-session.store.js';
import { findProvider } from './houses.js';

/** A person who is switched off at the provider works on for this long at most, where it gives refresh tokens. */
export const CONFIRMED_SECONDS = 300;
/** Longer than a provider may take to answer; if the server dies meanwhile, the next request asks again. */
const CLAIMED_SECONDS = 30;
/** A provider that is away must not stop an office at once; but a session that nobody confirms for so long ends. */
const UNCONFIRMED_SECONDS = 3_600;

export interface ConfirmParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly rules: SignInRules;
  readonly secret: Uint8Array;
}

/** Asks the provider from time to time whether the session goes on, and takes over what it says about the person. */
export async function confirmSession(parts: ConfirmParts, mandantId: Id, sessionId: string): Promise<Rejection | null> {
  const due = await parts.database.transaction(mandantId, (queries) => claimDue(queries, sessionId, CLAIMED_SECONDS));
  if (!due) return null;
  const directory = await parts.database.transaction(mandantId, (queries) =>
    findProvider(queries, parts.rules, mandantId, due.directory),
  );
  const tokens = openTokens(parts.secret, due.sealedTokens);
  if (!directory || isRejection(tokens)) return reject('identity.sessionEnded');
  if (tokens.refreshToken === undefined) return null;
  const renewed = await directory.connector.renew(tokens, due.subject);
  if (renewed.kind !== 'attested') return refusedBy(renewed, due);
  if (renewed.attestation) {
    const context = { mandantId, actor: { kind: 'system', name: 'sign-in' } } as const;
    const admitted = await parts.runner.run(context, admitPerson, { attestation: renewed.attestation, directory });
    if (isRejection(admitted)) return admitted;
  }
  const sealed = sealTokens(parts.secret, renewed.tokens);
  await parts.database.transaction(mandantId, (queries) =>
    keepConfirmed(queries, sessionId, sealed, CONFIRMED_SECONDS),
  );
  return null;
}

function refusedBy(
  { kind, reason }: { kind: 'refused' | 'away'; reason: string },
  due: ClaimedSession,
): Rejection | null {
  logger.warn({ directory: due.directory, kind, reason }, 'session not confirmed');
  if (kind === 'refused') return reject('identity.sessionEnded');
  return due.unconfirmedSeconds > UNCONFIRMED_SECONDS ? reject('identity.directoryAway') : null;
}

export function sealTokens(secret: Uint8Array, tokens: OpenidTokens): Uint8Array {
  return sealKey(secret, Buffer.from(JSON.stringify(tokens)));
}

export function openTokens(secret: Uint8Array, sealed: Uint8Array): OpenidTokens | Rejection {
  const bytes = openKey(secret, sealed);
  return isRejection(bytes) ? bytes : (JSON.parse(Buffer.from(bytes).toString()) as OpenidTokens);
}

import type { RequestHandler } from 'express';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { TokenList } from '../contract/token-views.js';
import type { Clock } from '../platform/clock.js';
import { answer } from '../platform/http/answer.js';
import { view, type Route } from '../platform/http/routes.js';
import type { Database } from '../platform/postgres/database.js';
import { keepAccess, loadPerson } from './identity.queries.js';
import type { SignedIn } from './signed-in.http.js';
import { findToken, listTokens, listUnits, loadToken, markUsed, type StoredToken } from './token.store.js';
import { hashToken, TOKEN } from './token.js';

/** More systems than an authority has; who needs older revoked ones finds them in the Protokoll. */
const MOST = 200;
const MINUTE = 60_000;

export const tokenRoutes: readonly Route[] = [
  view('/api/tokens', 'identity.tokens', async (tx): Promise<TokenList> => {
    return { items: await listTokens(tx, MOST), units: await listUnits(tx) };
  }),
];

/**
 * Lets a request with `Authorization: Bearer …` pass as the system that the token belongs to. It needs neither cookie nor
 * CSRF token, because a browser never sends this header by itself; everything else holds for it as for a person.
 */
export function requireToken(parts: { readonly database: Database; readonly clock: Clock }): RequestHandler {
  return (request, response, next) => {
    systemOf(parts, request.get('authorization') ?? '').then((who) => {
      if (isRejection(who)) {
        response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
        return answer(response, who);
      }
      response.locals['who'] = who;
      next();
    }, next);
  };
}

async function systemOf(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  header: string,
): Promise<SignedIn | Rejection> {
  const [, text = ''] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  const found = TOKEN.test(text) ? await findToken(database, hashToken(text)) : null;
  if (!found) return reject('identity.tokenInvalid');
  const { mandantId, tokenId } = found;
  return database.transaction(mandantId, async (queries): Promise<SignedIn | Rejection> => {
    const token = await loadToken(queries, tokenId);
    if (!token || token.revokedAt) return reject('identity.tokenInvalid');
    if (clock.today() > token.expiresOn) return reject('identity.tokenExpired', { expiresOn: token.expiresOn });
    await keepAccess(queries, token.personId, clock.today());
    const actor = await loadPerson(queries, token.personId);
    if (!actor) return reject('identity.tokenInvalid');
    if (usedLongAgo(token, clock.now())) await markUsed(queries, tokenId, clock.now());
    return { mandantId, actor: { ...actor, scopes: token.scopes } };
  });
}

function usedLongAgo({ lastUsedAt }: StoredToken, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= MINUTE;
}

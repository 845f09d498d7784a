import express, { Router, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { PICKUP_TOKEN, type PickupView } from '../contract/weitergabe-views.js';
import { decoyHash, passwordFits } from '../identity/password.js';
import { mandantName } from '../identity/identity.queries.js';
import { WRONG_PASSWORDS } from '../identity/wrong-passwords.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { sendDownload } from '../platform/http/send-download.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { aktenzeichenOf } from './pickup.queries.js';
import { hashPickupToken, readCode } from './pickup-secrets.js';
import { recordDownload } from './record-download.js';
import { canBeFetched } from './weitergabe.js';
import { findByToken, findWeitergabe, type Weitergabe } from './weitergabe.store.js';

export interface PickupParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: Pick<ObjectStore, 'get'>;
}

const body = z.object({ token: z.string().max(100), code: z.string().max(100) });

/**
 * Where an authority outside fetches a package, without a sign-in: link and code stand in the body, so that no log and no
 * history of a browser holds them. An unknown link, a wrong code, and one that has expired, was revoked or is used up are
 * answered alike and take the same time.
 */
export function pickupRoutes(parts: PickupParts): Router {
  // One count for both: looking is guessing too.
  const guesses = attempts();
  const router = Router();
  router.post('/weitergaben/pickup', guesses, jsonBody, async (request, response) => {
    const found = await openPickup(parts, request.body);
    answer(response, isRejection(found) ? found : await describe(parts, found));
  });
  // A form of our page: the browser saves what comes, however large, and no script has to hold it.
  const form = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 4 });
  router.post('/weitergaben/pickup/file', guesses, form, async (request, response) => {
    const found = await openPickup(parts, request.body);
    if (isRejection(found)) return answer(response, found);
    await send(parts, found, response);
  });
  return router;
}

/** As at the sign-in: guessing is slow, whoever mistypes tries again. */
function attempts(): RequestHandler {
  const { attempts: limit, minutes } = WRONG_PASSWORDS;
  return rateLimit({
    windowMs: minutes * 60_000,
    limit,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    // Sets `RateLimit` and, with the refusal, `Retry-After`.
    standardHeaders: 'draft-8',
    handler: (_request, response) => answer(response, reject('weitergabe.tooManyAttempts', { minutes })),
  });
}

interface Opened {
  readonly mandantId: string;
  readonly weitergabe: Weitergabe;
}

async function openPickup({ database, clock }: PickupParts, input: unknown): Promise<Opened | Rejection> {
  const asked = body.safeParse(input).data ?? { token: '', code: '' };
  const place = PICKUP_TOKEN.test(asked.token) ? await findByToken(database, hashPickupToken(asked.token)) : null;
  const weitergabe = place
    ? await database.transaction(place.mandantId, (queries) => findWeitergabe(queries, place.weitergabeId))
    : null;
  // Asked in any case: whatever is wrong costs the 25 ms of one hash.
  const fits = await passwordFits(weitergabe?.codeHash ?? (await decoyHash()), readCode(asked.code));
  if (!place || !weitergabe || !fits || !canBeFetched(weitergabe, clock.today()))
    return reject('weitergabe.pickupInvalid');
  return { mandantId: place.mandantId, weitergabe };
}

async function describe({ runner }: PickupParts, { mandantId, weitergabe }: Opened): Promise<PickupView | Rejection> {
  return runner.transaction({ mandantId, actor: { kind: 'system', name: 'pickup' } }, async (tx) => ({
    from: await mandantName(tx),
    aktenzeichen: await aktenzeichenOf(tx, weitergabe.akteId),
    kind: weitergabe.kind,
    dokumente: weitergabe.items.length,
    size: weitergabe.size ?? 0,
    sha256: weitergabe.sha256 ?? '',
    expiresOn: weitergabe.expiresOn,
    downloadsLeft: (weitergabe.mostDownloads ?? 0) - weitergabe.downloads,
  }));
}

async function send(
  { runner, objects }: PickupParts,
  { mandantId, weitergabe }: Opened,
  response: Response,
): Promise<void> {
  const context = { mandantId, actor: { kind: 'system', name: 'pickup' }, correlationId: weitergabe.id } as const;
  const file = await runner.run(context, recordDownload, { weitergabeId: weitergabe.id });
  if (isRejection(file)) return answer(response, file);
  const { name, mime, sha256, size } = file;
  const pieces = (await objects.get(sha256)) as AsyncIterable<Uint8Array>;
  response.set({
    ...{ 'content-length': String(size), 'x-content-type-options': 'nosniff' },
    // RFC 9530: whoever fetches can compare without unpacking.
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  });
  await sendDownload(response, { name, mime, pieces });
}

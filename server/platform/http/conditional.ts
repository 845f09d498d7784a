import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { answer } from './answer.js';

/**
 * Answers a view with an `ETag`, or with 304 where the caller has this very state already. Where the view has a row
 * version, the tag begins with it, so that `If-Match` of an act can name it.
 */
export function answerView(request: Request, response: Response, value: object | Rejection): void {
  if (isRejection(value)) return answer(response, value);
  const etag = etagOf(value);
  response.setHeader('etag', etag);
  if (request.get('if-none-match') === etag) {
    response.setHeader('cache-control', 'no-store');
    response.status(304).end();
    return;
  }
  answer(response, value);
}

/**
 * The input of an act with the version that `If-Match` names. The field `version` says the same, and is what our page
 * sends; where both are there they must agree.
 */
export function inputUnderCondition(request: Request, body: unknown): unknown {
  const header = request.get('if-match');
  if (header === undefined) return body;
  const [, version] = /^"v(\d{1,9})\.[\w-]+"$/.exec(header) ?? [];
  if (version === undefined || typeof body !== 'object' || body === null) {
    return reject('platform.invalidInput', { fields: 'If-Match' });
  }
  const given = (body as { version?: unknown }).version;
  if (given !== undefined && given !== Number(version)) return reject('platform.preconditionFailed');
  return { ...body, version: Number(version) };
}

/** A stale version is HTTP's 412 for whoever asked by `If-Match`, and 409 for everybody else. */
export function underCondition<T extends object>(request: Request, value: T | Rejection): T | Rejection {
  const stale = isRejection(value) && value.code === 'platform.stale' && request.get('if-match') !== undefined;
  return stale ? reject('platform.preconditionFailed') : value;
}

function etagOf(value: object): string {
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
  const { version } = value as { version?: unknown };
  return typeof version === 'number' ? `"v${version}.${hash}"` : `"${hash}"`;
}

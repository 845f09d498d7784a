import type { NextFunction, Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { expectedTrouble } from '../expected-trouble.js';
import { newId } from '../ids.js';
import { logger } from '../logger.js';

/** Sends a value as JSON, or a Rejection as a problem under its status. Answers of the API are never cached. */
export function answer(response: Response, value: object | Rejection | null, status = 200): void {
  response.setHeader('cache-control', 'no-store');
  if (!isRejection(value)) return void response.status(status).json(value);
  response
    .status(value.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(value)));
}

/**
 * The Rejection as problem details (RFC 9457): `type` leads to its entry on the page of the API, `detail` says what to do
 * in German; everything that a Rejection has comes along, for our page and for English readers.
 */
function problemOf(rejection: Rejection): object {
  const { code, message, remedy } = rejection;
  return { type: `/api/#${code}`, title: code, detail: `${message.de} ${remedy.de}`, ...rejection };
}

/** The last handler: expected trouble becomes its Rejection, a bug becomes one logged incident with a number. */
export function errorHandler(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  answer(response, requestFault(error) ?? expectedTrouble(error) ?? incident(error));
}

/** What Express and its parsers find wrong with the request itself: a body that is no JSON, a path that is no UTF-8. */
function requestFault(error: unknown): Rejection | null {
  const { type, status = 0 } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return reject('platform.tooLarge', { limit: 2 });
  if (type === 'entity.parse.failed') return reject('platform.invalidInput', { fields: 'body: no JSON' });
  if (status === 404) return reject('platform.notFound');
  return status >= 400 && status < 500 ? reject('platform.invalidInput', { fields: 'request' }) : null;
}

function incident(error: unknown): Rejection {
  const number = newId();
  logger.error({ incident: number, error: error instanceof Error ? error.stack : String(error) }, 'unexpected error');
  return reject('platform.unexpected', { incident: number });
}

import type { NextFunction, Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { expectedTrouble } from '../expected-trouble.js';
import { newId } from '../ids.js';
import { logger } from '../logger.js';

/** Sends a value as JSON, or a Rejection under its status. Answers of the API are never cached. */
export function answer(response: Response, value: object | Rejection | null, status = 200): void {
  response.setHeader('cache-control', 'no-store');
  response.status(isRejection(value) ? value.status : status).json(value);
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

import type { NextFunction, Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { logger } from '../logger.js';
import { newId } from '../ids.js';
import { sqlState } from '../postgres/database.js';

/** Sends a value as JSON, or a Rejection under its status. Answers of the API are never cached. */
export function answer(response: Response, value: object | Rejection | null, status = 200): void {
  response.setHeader('cache-control', 'no-store');
  response.status(isRejection(value) ? value.status : status).json(value);
}

/** Sends what an async handler answers; what it throws goes to the error handler. */
export function answering(handler: (request: Request) => Promise<object | Rejection>, status = 200) {
  return (request: Request, response: Response, next: NextFunction): void => {
    handler(request).then((value) => answer(response, value, status), next);
  };
}

/** The last handler: expected trouble becomes its Rejection, a bug becomes one logged incident with a number. */
export function errorHandler(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  answer(response, toRejection(error));
}

function toRejection(error: unknown): Rejection {
  const { code, type } = error as { code?: string; type?: string };
  if (type === 'entity.too.large') return reject('platform.tooLarge', { limit: 2 });
  if (type === 'entity.parse.failed') return reject('platform.invalidInput', { fields: 'body: no JSON' });
  if (code === 'ENOSPC' || code === 'EDQUOT') return reject('platform.storageFull');
  if (isConnectionTrouble(error)) return reject('platform.unavailable');
  const incident = newId();
  logger.error({ incident, error: error instanceof Error ? error.stack : String(error) }, 'unexpected error');
  return reject('platform.unexpected', { incident });
}

/** Class 08: connection exceptions; 57P01…03: the database is shutting down or starting. */
function isConnectionTrouble(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  return (
    state.startsWith('08') ||
    state.startsWith('57P') ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(state) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(String(error))
  );
}

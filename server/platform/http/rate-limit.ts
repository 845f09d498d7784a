import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { reject } from '../../contract/rejections.js';
import type { ActContext } from '../act-runner.js';
import { answer } from './answer.js';

/**
 * At most so many requests a minute for one person or system. Counted in the memory of this process: it protects the
 * process, and several of them allow several times as much. A count that they share would cost a write for every read.
 */
export function limitRequests(perMinute: number, who: (response: Response) => ActContext): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    legacyHeaders: false,
    // Sets `RateLimit` and, with the refusal, `Retry-After`.
    standardHeaders: 'draft-8',
    keyGenerator: (_request, response) => {
      const { mandantId, actor } = who(response);
      return `${mandantId} ${actor.kind === 'person' ? actor.id : actor.name}`;
    },
    handler: (_request, response) => answer(response, reject('platform.tooMany', { limit: perMinute })),
  });
}

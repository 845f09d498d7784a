import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { doubleCsrf } from 'csrf-csrf';
import helmet from 'helmet';
import { reject } from '../../contract/rejections.js';
import { answer } from './answer.js';

/**
 * Strict content security policy without inline script. `unsafe-inline` for styles is needed by bpmn-js and form-js,
 * which position by style attributes; `wasm-unsafe-eval` by the image decoders of pdf.js.
 */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      workerSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'", 'data:'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
});

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A changing request must come from our own page; browsers always say where it comes from. */
export function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (!CHANGING.has(request.method)) return next();
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const foreign =
    origin === undefined ? site !== undefined && site !== 'same-origin' : hostOf(origin) !== request.get('host');
  if (foreign) return answer(response, reject('identity.foreignOrigin'));
  next();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Token check for every changing request of a signed-in session; the token is bound to the session's id. */
export function createCsrf(secret: string, cookies: 'secure' | 'plain') {
  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (request) => request.session.id,
    cookieName: 'laufmappe-csrf',
    cookieOptions: { sameSite: 'strict', secure: cookies === 'secure', path: '/', httpOnly: true },
    getCsrfTokenFromRequest: (request) => request.headers['x-csrf-token'],
  });
  return {
    protect: doubleCsrfProtection,
    token: (request: Request, response: Response) => generateCsrfToken(request, response, { overwrite: true }),
  };
}

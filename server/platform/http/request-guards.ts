import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { reject } from '../../contract/rejections.js';
import { answer } from './answer.js';

/**
 * Strict content security policy without inline script. `unsafe-inline` for styles is needed by bpmn-js and form-js,
 * which position by style attributes; `wasm-unsafe-eval` by the image decoders of pdf.js.
 */
export const securityHeaders = (editorOrigin: string | null = null): RequestHandler =>
  helmet({
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
        // The page that edits a Dokument frames the editor and sends it a token by a form: that origin and no other.
        ...(editorOrigin === null ? {} : { frameSrc: [editorOrigin] }),
        formAction: editorOrigin === null ? ["'self'"] : ["'self'", editorOrigin],
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

/**
 * Synchronizer token: made at the sign-in, kept in the session on the server, sent back by our page in a header that a
 * foreign page cannot set. (OWASP CSRF prevention; with SameSite and the origin check it is the third lock.)
 */
export function csrfProtection(request: Request, response: Response, next: NextFunction): void {
  if (!CHANGING.has(request.method)) return next();
  const expected = Buffer.from(request.session.csrfToken ?? '');
  const found = Buffer.from(request.get('x-csrf-token') ?? '');
  const fits = expected.length > 0 && expected.length === found.length && timingSafeEqual(expected, found);
  if (!fits && (request.session.personId ?? request.session.operatorId))
    return answer(response, reject('identity.foreignOrigin'));
  next();
}

/** A fresh token for a session that begins. */
export function newCsrfToken(): string {
  return randomBytes(32).toString('base64url');
}

import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import pg from 'pg';
import type { Id } from '../../contract/views.js';

declare module 'express-session' {
  interface SessionData {
    mandantId: Id;
    personId: Id;
    /** Set instead of the two above: an account of the shared administration, which belongs to no Mandant. */
    operatorId: Id;
    csrfToken: string;
    /** Opens what the browser of this person keeps of unsent forms; with the session it is gone. */
    draftKey: string;
    /** Name of the provider that vouches for the session and is asked again. */
    directory: string;
    /** The password was right, the second factor is still missing: nobody is signed in. */
    pending: PendingSignIn;
    /** Sealed secret of a second factor that is being set up, until its first code comes. */
    enrolling: { readonly sealedSecret: string; readonly until: number };
  }
}

export interface PendingSignIn {
  readonly mandantId: Id;
  readonly personId: Id;
  /** Directory that has taken the password; absent for our own. */
  readonly directory?: string | undefined;
  readonly step: 'code' | 'enrol';
  /** Milliseconds by the clock of the machine. */
  readonly until: number;
}

export interface Sessions {
  readonly handler: RequestHandler;
  close(): Promise<void>;
}

// A working day: whoever signs in in the morning is not thrown out in the middle of a letter.
const SESSION_MILLISECONDS = 10 * 3_600_000;

/**
 * Sessions on the server, so that they can be revoked at once. Their pool has a role of its own that reaches only the
 * session table: a session is looked up before its Mandant is known.
 */
export function openSessions(url: string, secret: string, cookies: 'secure' | 'plain'): Sessions {
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: 'laufmappe-session' });
  pool.on('error', () => undefined); // an idle connection that dies is replaced by the next query
  const Store = connectPgSimple(session);
  const store = new Store({ pool, tableName: 'session', createTableIfMissing: false, pruneSessionInterval: 900 });
  return {
    handler: session({
      name: 'laufmappe',
      secret,
      store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // TLS ends at the proxy before us, and only the proxy knows: without its X-Forwarded-Proto a secure cookie would
      // never be set. Whoever forges that header gets a cookie that their own browser does not send back.
      proxy: cookies === 'secure',
      cookie: { httpOnly: true, sameSite: 'strict', secure: cookies === 'secure', maxAge: SESSION_MILLISECONDS },
    }),
    close: async () => {
      store.close();
      await pool.end();
    },
  };
}

/**
 * A session with a fresh id: one that somebody planted before the sign-in is worth nothing after it. It is kept before the answer
 * begins, since express-session sends the cookie first: whoever used it at once was a stranger, or the one before.
 */
export async function beginSession(request: Request, content: Partial<session.SessionData>): Promise<void> {
  await promisify(request.session.regenerate.bind(request.session))();
  Object.assign(request.session, content);
  await promisify(request.session.save.bind(request.session))();
}

/**
 * 256 bits for AES-GCM, base64url. A browser encrypts drafts with it and keeps it in memory only: what lies on the disk of a shared
 * workstation can be read as long as this session exists, by whoever has its cookie, and by nobody afterwards.
 */
export function newDraftKey(): string {
  return randomBytes(32).toString('base64url');
}

import type { Response } from 'express';
import pg from 'pg';
import type { Id, LiveChange } from '../../contract/views.js';
import { logger } from '../logger.js';

export interface Live {
  /** Sends every change that the person may see to this response until it closes, or its session ends. */
  subscribe(listener: Listener, response: Response): void;
  close(): Promise<void>;
}

/** Whose screen it is. */
export interface Listener {
  readonly mandantId: Id;
  readonly personId: Id;
}

export interface LiveParts {
  /** Connection of the application. */
  readonly url: string;
  /** Which of these sessions of a Mandant still are those of somebody who may sign in. */
  readonly livingSessions: (mandantId: Id, sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Which of these people see what has changed. */
  readonly whoSees: (mandantId: Id, change: LiveChange, personIds: readonly Id[]) => Promise<ReadonlySet<Id>>;
  readonly heartbeatMilliseconds?: number | undefined;
}

// Proxies close silent connections after 30 to 60 s; the client counts a stream as lost after 45 s of silence.
const HEARTBEAT_MILLISECONDS = 20_000;
const RECONNECT_MILLISECONDS = 1_000;
const RESYNC = 'event: resync\ndata: {}\n\n';

/**
 * Server-sent events from PostgreSQL's NOTIFY, so that every server process hears of every change. An event only says
 * what to read again, and only those hear of it who see what has changed: else the mere number of a protected Vorgang, and
 * how much goes on in it, would be told. A stream outlives the request that
 * opened it, so each heartbeat asks again whether its session does: whoever signed out or was switched off hears nothing
 * more.
 */
export function openLive(parts: LiveParts): Live {
  const { url, livingSessions, whoSees, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS } = parts;
  const streams = new Map<Id, Map<Response, Id>>();
  let closed = false;
  let client: pg.Client | undefined;

  const all = () => [...streams.values()].flatMap((responses) => [...responses.keys()]);
  const beat = async (mandantId: Id, responses: readonly Response[]): Promise<void> => {
    const sessionIds = responses.map(({ req }) => req.sessionID);
    const living = await livingSessions(mandantId, sessionIds).catch(() => null);
    for (const response of responses) {
      // While the database is away nobody can be asked, and nothing is told either.
      if (living === null || living.has(response.req.sessionID)) response.write('event: heartbeat\ndata: {}\n\n');
      else response.end();
    }
  };
  const heartbeat = setInterval(
    () => streams.forEach((responses, mandantId) => void beat(mandantId, [...responses.keys()])),
    heartbeatMilliseconds,
  );

  let telling = Promise.resolve();
  const tell = async (mandantId: Id, change: LiveChange): Promise<void> => {
    const own = streams.get(mandantId);
    if (!own || own.size === 0) return;
    const people = [...new Set(own.values())];
    const seeing = await whoSees(mandantId, change, people).catch(() => null);
    const line = `event: change\ndata: ${JSON.stringify(change)}\n\n`;
    own.forEach((personId, response) => {
      // Where nobody can be asked nothing is told but that something may have changed.
      if (seeing === null) response.write(RESYNC);
      else if (seeing.has(personId)) response.write(line);
    });
  };

  const listen = async (): Promise<void> => {
    if (closed) return;
    const connection = new pg.Client({ connectionString: url, application_name: 'laufmappe-live', keepAlive: true });
    client = connection;
    const lost = () => {
      if (client !== connection || closed) return;
      client = undefined;
      setTimeout(() => void listen(), RECONNECT_MILLISECONDS).unref();
    };
    connection.on('error', lost);
    connection.on('end', lost);
    connection.on('notification', ({ payload }) => {
      const { mandantId, ...change } = JSON.parse(payload ?? '{}') as LiveChange & { mandantId: Id };
      // One after the other, so that changes are told in the order in which they happened.
      telling = telling.then(() => tell(mandantId, change));
    });
    try {
      await connection.connect();
      await connection.query('LISTEN laufmappe_live');
      // What happened while nobody listened is unknown: screens read everything again.
      all().forEach((response) => response.write(RESYNC));
    } catch (error) {
      if (!closed) logger.warn({ error: String(error) }, 'live connection');
      lost();
    }
  };
  void listen();

  return {
    subscribe: ({ mandantId, personId }, response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 2000\nevent: heartbeat\ndata: {}\n\n');
      const own = streams.get(mandantId) ?? new Map<Response, Id>();
      streams.set(mandantId, own.set(response, personId));
      response.on('close', () => own.delete(response));
    },
    close: async () => {
      closed = true;
      clearInterval(heartbeat);
      all().forEach((response) => response.end());
      await client?.end();
    },
  };
}

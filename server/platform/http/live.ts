import type { Response } from 'express';
import pg from 'pg';
import type { Id, LiveChange } from '../../contract/views.js';
import { logger } from '../logger.js';

export interface Live {
  /** Sends every change of the Mandant to this response until it closes, or its session ends. */
  subscribe(mandantId: Id, response: Response): void;
  close(): Promise<void>;
}

export interface LiveParts {
  /** Connection of the application. */
  readonly url: string;
  /** Which of these sessions of a Mandant still are those of somebody who may sign in. */
  readonly livingSessions: (mandantId: Id, sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly heartbeatMilliseconds?: number | undefined;
}

// Proxies close silent connections after 30 to 60 s; the client counts a stream as lost after 45 s of silence.
const HEARTBEAT_MILLISECONDS = 20_000;
const RECONNECT_MILLISECONDS = 1_000;

/**
 * Server-sent events from PostgreSQL's NOTIFY, so that every server process hears of every change. An event only says
 * what to read again; whether a person may see it is decided when they read it. A stream outlives the request that
 * opened it, so each heartbeat asks again whether its session does: whoever signed out or was switched off hears nothing
 * more.
 */
export function openLive({ url, livingSessions, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS }: LiveParts): Live {
  const streams = new Map<Id, Set<Response>>();
  let closed = false;
  let client: pg.Client | undefined;

  const all = () => [...streams.values()].flatMap((set) => [...set]);
  const beat = async (mandantId: Id, responses: ReadonlySet<Response>): Promise<void> => {
    const sessionIds = [...responses].map(({ req }) => req.sessionID);
    const living = await livingSessions(mandantId, sessionIds).catch(() => null);
    for (const response of responses) {
      // While the database is away nobody can be asked, and nothing is told either.
      if (living === null || living.has(response.req.sessionID)) response.write('event: heartbeat\ndata: {}\n\n');
      else response.end();
    }
  };
  const heartbeat = setInterval(
    () => streams.forEach((responses, mandantId) => void beat(mandantId, responses)),
    heartbeatMilliseconds,
  );

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
      const line = `event: change\ndata: ${JSON.stringify(change)}\n\n`;
      streams.get(mandantId)?.forEach((response) => response.write(line));
    });
    try {
      await connection.connect();
      await connection.query('LISTEN laufmappe_live');
      // What happened while nobody listened is unknown: screens read everything again.
      all().forEach((response) => response.write('event: resync\ndata: {}\n\n'));
    } catch (error) {
      if (!closed) logger.warn({ error: String(error) }, 'live connection');
      lost();
    }
  };
  void listen();

  return {
    subscribe: (mandantId, response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 2000\nevent: heartbeat\ndata: {}\n\n');
      const own = streams.get(mandantId) ?? new Set();
      streams.set(mandantId, own.add(response));
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

import { ZBClient } from 'zeebe-node';
import type { Answer } from './engine.js';
import { openRecords, until, type BrokerRecord, type Records } from './records.js';

/** A real Zeebe broker of our own, with a clock that follows us and an exporter that writes down every record. */
export interface Broker {
  readonly records: Records;
  /** Sends one call of the protocol. */
  call(method: string, request: object): Promise<Called>;
  /** Now, by the clock of the broker. */
  now(): number;
  moveClock(milliseconds: number): Promise<void>;
  /** Waits until the log has nothing left to do; each new record is handed to `seen`. */
  settle(seen: (record: BrokerRecord) => void, isPending: (now: number) => boolean): Promise<void>;
  close(): Promise<void>;
}

export type Called =
  | { readonly kind: 'done'; readonly response: unknown }
  | { readonly kind: 'refused'; readonly answer: Answer; readonly message: string };

export interface BrokerPlace {
  /** host:port of the gateway. */
  readonly gateway: string;
  /** Address of the management endpoints. */
  readonly management: string;
  /** File of the exporter. */
  readonly records: string;
}

// gRPC status codes by which the broker says that a command is not possible.
const ANSWERS: Readonly<Record<number, Answer>> = { 3: 'refused', 5: 'gone', 6: 'duplicate', 9: 'blocked' };

// A key that partition 1 could have given but has not: a command on it is rejected in its turn, and so marks the log.
const FIRST_MARK = 2n ** 51n + 2n ** 50n;

export async function openBroker({ gateway, management, records: file }: BrokerPlace): Promise<Broker> {
  const client = new ZBClient(gateway, { useTLS: false, retry: false, loglevel: 'NONE' });
  const grpc = Reflect.get(client, 'grpc') as Record<string, (request: object) => Promise<unknown>>;
  const records = openRecords(file);
  let offset = 0;
  let mark = FIRST_MARK;

  const call: Broker['call'] = async (method, request) => {
    try {
      return { kind: 'done', response: await grpc[`${method}Sync`]?.(request) };
    } catch (error) {
      const { code, details } = error as { code?: number; details?: string };
      const answer = ANSWERS[code ?? -1];
      if (answer === undefined) throw error;
      return { kind: 'refused', answer, message: details ?? '' };
    }
  };
  const moveClock: Broker['moveClock'] = async (milliseconds) => {
    const body = JSON.stringify({ offsetMilli: milliseconds });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${management}/actuator/clock/add`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`The clock of the broker cannot be moved: ${response.status}`);
    const { epochMilli } = (await response.json()) as { epochMilli: number };
    offset = epochMilli - Date.now();
  };
  const now = () => Date.now() + offset;
  await moveClock(0);

  // Everything before the mark has been worked off when the mark is; nothing between two marks means rest.
  async function quiet(seen: (record: BrokerRecord) => void): Promise<boolean> {
    mark += 1n;
    const key = Number(mark);
    let others = 0;
    let reached = false;
    await call('resolveIncident', { incidentKey: String(mark) });
    await until(() => {
      for (const record of records.read()) {
        if (record.valueType === 'INCIDENT' && record.key === key) {
          reached ||= record.recordType === 'COMMAND_REJECTION';
        } else {
          others += 1;
          seen(record);
        }
      }
      return reached;
    }, 'the mark in the log');
    return others === 0;
  }

  return {
    records,
    call,
    now,
    moveClock,
    settle: async (seen, isPending) => {
      const deadline = Date.now() + 10_000;
      while (!(await quiet(seen)) || (isPending(now()) && Date.now() < deadline));
    },
    close: async () => {
      records.close();
      await client.close();
    },
  };
}

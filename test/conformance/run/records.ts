import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';

/** One line of the exporter: a command, an event or a rejection of the partition log. */
export interface BrokerRecord {
  readonly key: number;
  readonly position: number;
  readonly timestamp: number;
  readonly recordType: 'COMMAND' | 'EVENT' | 'COMMAND_REJECTION';
  readonly valueType: string;
  readonly intent: string;
  readonly value: Readonly<Record<string, Json>>;
}

/** Reads what the exporter of a broker appends to its file. */
export interface Records {
  /** New records since the last call, in the order of the log, each once. */
  read(): BrokerRecord[];
  close(): void;
}

/** @param file the file of JSON lines; only what comes after this call is read */
export function openRecords(file: string): Records {
  const descriptor = openSync(file, 'r');
  let at = fstatSync(descriptor).size;
  let rest = '';
  let last = 0;
  return {
    read: () => {
      const { size } = fstatSync(descriptor);
      if (size === at) return [];
      const bytes = Buffer.alloc(size - at);
      readSync(descriptor, bytes, 0, bytes.length, at);
      at = size;
      const lines = (rest + bytes.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      const records = lines.map((line) => JSON.parse(Buffer.from(line, 'latin1').toString('utf8')) as BrokerRecord);
      // The exporter writes at least once: after a restart a record can come again.
      return records.filter(({ position }) => position > last && (last = position) > 0);
    },
    close: () => closeSync(descriptor),
  };
}

/** Asks again and again until the answer is there; the broker says nothing by itself. */
export async function until(condition: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await pause(3);
  }
}

export function textOf(value: Readonly<Record<string, Json>>, name: string): string {
  const found = value[name];
  return typeof found === 'string' ? found : JSON.stringify(found ?? null);
}

export function numberOf(value: Readonly<Record<string, Json>>, name: string): number {
  const found = value[name];
  return typeof found === 'number' ? found : -1;
}

export function objectOf(value: Readonly<Record<string, Json>>, name: string): JsonObject {
  return (value[name] ?? {}) as JsonObject;
}

import { repeat, type Repeating } from '../platform/jobs/repeat.js';
import type { Database } from '../platform/postgres/database.js';
import { isRejection } from '../contract/rejections.js';
import { BATCH, indexRecords } from './index-records.js';
import { readAtOnce, type ReadAtOnceParts } from './read-at-once.js';

export interface IndexLoop {
  /** Indexes until nothing is due. @returns how many records it read */
  drain(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

export interface IndexLoopParts extends ReadAtOnceParts {
  readonly database: Database;
}

// A person who files a letter and looks for it at once needs longer than this to type.
const PAUSE_MILLISECONDS = 500;

/** Keeps the search index behind the records by about half a second. Any number of servers may run it at once. */
export function createIndexLoop({ database, ...parts }: IndexLoopParts): IndexLoop {
  const drain = async () => {
    let total = 0;
    for (const mandantId of await mandantenToSearch(database)) {
      const actor = { kind: 'system', name: 'search' } as const;
      for (let count = 1; count > 0; total += count) {
        const texts = await readAtOnce(parts, mandantId, BATCH);
        const indexed = await parts.runner.transaction({ mandantId, actor }, (tx) => indexRecords(tx, texts));
        if (isRejection(indexed)) throw new Error(`The index was refused: ${indexed.code}`);
        count = indexed;
      }
    }
    return total;
  };
  let loop: Repeating | undefined;
  return {
    drain,
    start: () => void (loop ??= repeat('search index', PAUSE_MILLISECONDS, drain)),
    stop: async () => loop?.stop(),
  };
}

async function mandantenToSearch({ withoutMandant }: Database): Promise<string[]> {
  const rows = await withoutMandant.query<{ id: string }>(`SELECT mandanten_to_search() AS id`);
  return rows.map(({ id }) => id);
}

import type { ActRunner } from '../platform/act-runner.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { createIndexLoop, type IndexLoop } from './index-loop.js';
import { keepSearch } from './keep-search.js';
import { readTextJob } from './read-text-job.js';
import { removeSearch } from './remove-search.js';
import { sweepTexts } from './search.store.js';
import { searchRoutes } from './search.http.js';
import { createTextReader } from './text/text-reader.js';

export interface SearchParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  /** Folder for files whose words are being read. */
  readonly scratchFolder: string;
}

/** The search as the office needs it. */
export function openSearch({ database, runner, objects, scratchFolder }: SearchParts) {
  const reader = createTextReader({ scratchFolder });
  const index: IndexLoop = createIndexLoop({ database, runner });
  const handlers: Record<string, OutboxHandler> = { 'search.readText': readTextJob({ objects, reader }) };
  return {
    acts: [keepSearch, removeSearch],
    routes: searchRoutes,
    handlers,
    index,
    sweep: sweepTexts,
    stop: async () => {
      await Promise.all([index.stop(), reader.close()]);
    },
  };
}

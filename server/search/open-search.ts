import type { ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { createIndexLoop, type IndexLoop } from './index-loop.js';
import { keepSearch } from './keep-search.js';
import { removeSearch } from './remove-search.js';
import { sweepTexts } from './text.store.js';
import { searchRoutes } from './search.http.js';
import { createTextLoop } from './text-loop.js';
import { createTextReader } from './text/text-reader.js';

export interface SearchParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  /** Folder for files whose words are being read. */
  readonly scratchFolder: string;
}

/** The search as the office needs it. */
export function openSearch({ database, runner, clock, objects, scratchFolder }: SearchParts) {
  const reader = createTextReader({ scratchFolder });
  const index: IndexLoop = createIndexLoop({ database, runner, objects });
  const texts = createTextLoop({ database, runner, clock, objects, reader });
  return {
    acts: [keepSearch, removeSearch],
    routes: searchRoutes,
    index,
    texts,
    sweep: sweepTexts,
    start: () => {
      index.start();
      texts.start();
    },
    stop: async () => {
      // The reader first: a text that is being read is left for later, and nobody waits for it.
      await Promise.all([reader.close(), index.stop(), texts.stop()]);
    },
  };
}

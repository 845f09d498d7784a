import type { ActRunner } from '../platform/act-runner.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { acceptErsuchen } from './accept-ersuchen.js';
import { createAnswerErsuchen } from './answer-ersuchen.js';
import { createAskErsuchen } from './ask-ersuchen.js';
import { sweepErsuchen } from './erase-ersuchen.js';
import { ersuchenRoutes } from './ersuchen.http.js';
import { ersuchenHandlers } from './ersuchen.jobs.js';
import { recallErsuchen } from './recall-ersuchen.js';
import { refuseErsuchen } from './refuse-ersuchen.js';

/** Everything about asking other Mandanten for help, and about helping them. */
export function openErsuchen(parts: { readonly runner: ActRunner; readonly objects: Pick<ObjectStore, 'put'> }) {
  const handlers = ersuchenHandlers(parts.runner);
  return {
    acts: [
      ...[createAskErsuchen(parts), recallErsuchen],
      ...[acceptErsuchen, refuseErsuchen, createAnswerErsuchen(parts)],
    ],
    routes: ersuchenRoutes,
    handlers,
    sweep: sweepErsuchen,
    /** One at a time and in their order: what is taken back is not brought afterwards. */
    lanes: [Object.keys(handlers)],
  };
}

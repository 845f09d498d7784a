import { serveWorker } from '../../platform/worker/serve-worker.js';
import { readText } from './read-text.js';

/** Entry of the worker process that reads stored bytes for the search. */
await serveWorker({ readText });
